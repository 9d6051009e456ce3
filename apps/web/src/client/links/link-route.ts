import { UrlSegment, type UrlMatcher } from '@angular/router';

/**
 * Matches every address of a page that a link opens, also one that was cut off, has something behind it, or is
 * capitalised: the page says what is wrong with it. All that follows the page's name is the parameter.
 */
export const linkRoute =
  (page: 'invite' | 'room-invite' | 'device' | 'recovery', parameter: string): UrlMatcher =>
  (segments) => {
    const [first, ...rest] = segments;
    if (first?.path.toLowerCase() !== page) return null;
    const written = new UrlSegment(rest.map(({ path }) => path).join('/'), {});
    return { consumed: segments, posParams: { [parameter]: written } };
  };
