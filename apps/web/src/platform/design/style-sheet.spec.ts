import { describe, expect, it } from '@jest/globals';
import { page } from '../testing/page';
import { loadStyleSheet } from './style-sheet';

page();

// The page of the specs loads no files, so every style sheet fails.
describe('a style sheet that loads with its page', () => {
  const links = () => document.querySelectorAll('link');

  it('fails like code that does not load, and is asked for again', async () => {
    await expect(loadStyleSheet('charts')).rejects.toThrow('dynamically imported module');
    expect(links()).toHaveLength(0);
    await expect(loadStyleSheet('charts')).rejects.toThrow('dynamically imported module');
  });
});
