import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

const page = readFileSync(`${import.meta.dirname}/../../index.html`, 'utf8');
const code = readFileSync(`${import.meta.dirname}/icon.ts`, 'utf8');

describe('the icons', () => {
  it('are in the page for every name, without unused ones', () => {
    const drawn = Array.from(page.matchAll(/<symbol id="icon-([\w-]+)"/g), ([, name]) => name);
    const named = Array.from(code.matchAll(/^ {2}\| '([\w-]+)'/gm), ([, name]) => name);
    expect(drawn).toEqual(named.toSorted());
  });
});
