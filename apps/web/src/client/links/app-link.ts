/** The address of a page of this application, for sharing. The secret follows the `#`, which browsers do not send. */
export const appLink = (page: 'invite' | 'room-invite' | 'device' | 'recovery', secret: string): string =>
  `${location.origin}${location.pathname}#/${page}/${secret}`;
