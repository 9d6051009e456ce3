/**
 * The cookie that holds a session token. Over https its name begins with `__Host-`, so browsers accept it only if it is
 * Secure and for exactly this host and every path: a page on another subdomain cannot set it.
 */
export interface SessionCookie {
  readonly name: string;
  /** The token in a request's Cookie header; the first if there are several. */
  tokenIn(header: string | undefined): string | undefined;
  /** The Set-Cookie header that stores a token until `expiresAt`, in milliseconds since 1970. */
  keeping(token: string, expiresAt: number, now: number): string;
  /** The Set-Cookie header that deletes the cookie. */
  readonly gone: string;
}

/** Longer tokens are not ours and are not looked up. */
const longestToken = 64;

/** @param secure whether browsers reach us over https */
export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-devchitchat_session' : 'devchitchat_session';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    name,
    tokenIn(header = '') {
      for (const pair of header.split(';')) {
        const [key, value] = pair.trim().split('=', 2);
        if (key === name && value && value.length <= longestToken) return value;
      }
      return undefined;
    },
    keeping: (token, expiresAt, now) =>
      `${name}=${token}; Max-Age=${Math.max(0, Math.floor((expiresAt - now) / 1000))}; ${attributes}`,
    gone: `${name}=; Max-Age=0; ${attributes}`,
  };
}
