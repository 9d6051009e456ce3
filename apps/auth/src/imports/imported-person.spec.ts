import { handle } from '@devchitchat/contracts';
import { freeHandle } from './imported-person';

const free = (wanted: string, ...taken: string[]) => freeHandle(wanted, 'discord', (other) => taken.includes(other));

describe('the handle of an imported person', () => {
  it('is the original one if it is free', () => expect(free('nelly')).toBe('nelly'));

  it('gets the source as a suffix if it is taken', () => {
    expect(free('nelly', 'nelly')).toBe('nelly-discord');
    expect(free('nelly', 'nelly', 'nelly-discord')).toBe('nelly-discord-2');
    expect(free('everyone')).toBe('everyone-discord');
  });

  it('is valid however long the original is', () => {
    const longest = 'n'.repeat(32);
    const found = free(longest, longest);
    expect(found).toBe(`${'n'.repeat(24)}-discord`);
    expect(handle.safeParse(found).success).toBe(true);
  });
});
