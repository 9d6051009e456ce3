/** The address of a page of this application, to be given to somebody. What it opens stands behind the `#`, unsent. */
export const appLink = (page: 'invite' | 'room-invite' | 'device' | 'recovery', secret: string): string =>
  `${location.origin}${location.pathname}#/${page}/${secret}`;
