import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { caPage } from './ca-page';
import { caStyle } from './ca-style';

const web = join(import.meta.dirname, '../../../web/src');
const styles = globSync('**/*.css', { cwd: web }).map((path) => readFileSync(join(web, path), 'utf8'));
/** Found by the script of the page, and styled as any link. */
const unstyled = ['onward'];

it.each(['never', 'when trusted'] as const)('the page that goes on %s has no class without a style', (goesOn) => {
  const page = caPage({
    styleSheets: [],
    system: 'android',
    app: goesOn === 'never' ? undefined : 'https://192.168.1.20:8443',
    path: '/',
    goesOn,
    forPhones: 'http://192.168.1.20:8080/ca',
    name: 'devchitchat',
    sha256: 'AB'.repeat(32),
    sha1: 'AB'.repeat(20),
    ends: 2036,
    beside: [],
  });
  const classes = new Set([...page.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names?.split(' ') ?? []));
  const selectors = [...styles, caStyle].join('\n');
  expect([...classes].filter((name) => !unstyled.includes(name) && !selectors.includes(`.${name}`))).toEqual([]);
});
