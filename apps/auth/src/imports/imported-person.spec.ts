import { handle } from '@devchitchat/contracts';
import { freeHandle } from './imported-person';

const free = (wanted: string, ...taken: string[]) => freeHandle(wanted, 'discord', (other) => taken.includes(other));

describe('the handle of somebody imported', () => {
  it('is theirs where nobody here has it', () => expect(free('nelly')).toBe('nelly'));

  it('says where they are from where somebody has it', () => {
    expect(free('nelly', 'nelly')).toBe('nelly-discord');
    expect(free('nelly', 'nelly', 'nelly-discord')).toBe('nelly-discord-2');
    expect(free('everyone')).toBe('everyone-discord');
  });

  it('is a handle, however long the wanted one', () => {
    const longest = 'n'.repeat(32);
    const found = free(longest, longest);
    expect(found).toBe(`${'n'.repeat(24)}-discord`);
    expect(handle.safeParse(found).success).toBe(true);
  });
});
