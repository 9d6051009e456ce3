/** The address of a page of this application, for sharing. The secret follows the `#`, which browsers do not send. */
export const appLink = (page: 'invite' | 'room-invite' | 'device' | 'recovery', secret: string): string =>
  `${location.origin}/#/${page}/${secret}`;

/** The same link at another address of the server. */
export const linkAt = (origin: string, href: string): string => `${origin}${href.slice(new URL(href).origin.length)}`;
