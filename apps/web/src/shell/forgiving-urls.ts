import { DefaultUrlSerializer, type UrlTree } from '@angular/router';

/** A `%` that begins no escaped character: a person or a program put it behind a link. */
const loosePercent = /%(?![0-9a-f]{2})/gi;

/** Parses every address. One that makes no sense becomes a page that says so, instead of the start page. */
export class ForgivingUrls extends DefaultUrlSerializer {
  override parse(url: string): UrlTree {
    for (const attempt of [url, url.replace(loosePercent, '%25'), url.replaceAll('%', '%25')]) {
      try {
        return super.parse(attempt);
      } catch {
        // Tried in another way.
      }
    }
    return super.parse('/wrong-address');
  }
}
