import { isNavigation } from './navigation';

const chrome = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

it.each([
  [chrome, undefined, true],
  [chrome, 'navigate', true],
  ['text/html', undefined, true],
  ['application/json, TEXT/HTML;q=0.5', undefined, true],
  [chrome, 'no-cors', false],
  ['*/*', undefined, false],
  ['image/*,*/*;q=0.8', undefined, false],
  ['text/htmlx', undefined, false],
  ['text/css,*/*;q=0.1', undefined, false],
  [undefined, undefined, false],
])('a request for %p in mode %p is a navigation: %p', (accept, mode, expected) => {
  const headers = { ...(accept && { accept }), ...(mode && { 'sec-fetch-mode': mode }) };
  expect(isNavigation({ method: 'GET', headers })).toBe(expected);
  expect(isNavigation({ method: 'HEAD', headers })).toBe(expected);
  expect(isNavigation({ method: 'POST', headers })).toBe(false);
});
