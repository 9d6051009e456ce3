import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { enters, pressed } from '../../platform/testing/input-method';
import { page } from '../../platform/testing/page';
import { EarlyKeys } from './early-keys';

const { user } = page();

describe('the keys before the palette is open', () => {
  let keys: EarlyKeys;
  let composer: HTMLTextAreaElement;
  let gaveUp: number;
  beforeEach(() => {
    keys = new EarlyKeys();
    gaveUp = 0;
    composer = document.createElement('textarea');
    document.body.append(composer);
    composer.focus();
    keys.begin(() => (gaveUp += 1));
  });
  afterEach(() => {
    keys.take();
    composer.remove();
  });

  it('do not land in the composer, and reach the palette with their Enter', async () => {
    await user.keyboard('kit{Enter}');
    expect(composer.value).toBe('');
    expect(keys.take()).toEqual({ text: 'kit', chooses: true });
    expect(document.activeElement).toBe(composer);
  });

  it.each(enters)('choose nothing with Enter that composes a word: %s', (_browser, enter) => {
    pressed(document.activeElement ?? composer, enter);
    expect(keys.take()).toEqual({ text: '', chooses: false });
  });

  it('are given up with Escape', async () => {
    await user.keyboard('kit{Escape}');
    expect(gaveUp).toBe(1);
    expect(document.activeElement).toBe(composer);
    expect(keys.take()).toEqual({ text: '', chooses: false });
  });

  it('begin once, however often the palette is asked for', async () => {
    keys.begin(() => undefined);
    await user.keyboard('a');
    expect(keys.take()).toEqual({ text: 'a', chooses: false });
    expect(document.querySelectorAll('input')).toHaveLength(0);
  });
});
