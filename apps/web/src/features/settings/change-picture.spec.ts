import { beforeEach, describe, expect, it } from '@jest/globals';
import { bob, signedInAs } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { ChangePicture } from './change-picture';

const { render, screen, user } = page();

describe('the dialog for a new picture', () => {
  let closed: unknown[];
  beforeEach(async () => {
    const { emitted } = await render(ChangePicture, { providers: [signedInAs(bob)] });
    closed = emitted.closed;
  });

  it('saves nothing before a file is chosen', async () => {
    const save = screen.getByRole('button', { name: 'Save' });
    expect(save.getAttribute('aria-disabled')).toBe('true');
    await user.click(save);
    expect(closed).toEqual([]);
  });

  it('tells that a file is no picture', async () => {
    globalThis.createImageBitmap = () => Promise.reject(new Error('no picture'));
    const file = new File(['Hello'], 'hello.png', { type: 'image/png' });
    await user.upload(screen.getByLabelText('Picture file'), file);
    expect((await screen.findByRole('alert')).textContent).toContain('can’t read this file');
    expect(screen.queryByRole('slider')).toBeNull();
    delete (globalThis as Partial<typeof globalThis>).createImageBitmap;
  });

  it('closes without a change', async () => {
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(closed).toHaveLength(1);
  });
});
