import { describe, expect, it } from '@jest/globals';
import { page } from '../testing/page';
import { CopyLink } from './copy-link';

const { render, screen, user } = page();

describe('a link to copy', () => {
  it('is copied to the clipboard, and the button confirms it', async () => {
    await render(CopyLink, { inputs: { href: 'http://chat.lan/#/join/abc', label: 'Invite link' } });
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Invite link' }).value).toBe(
      'http://chat.lan/#/join/abc',
    );

    await user.click(screen.getByRole('button', { name: 'Copy link' }));

    expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe('http://chat.lan/#/join/abc');
  });
});
