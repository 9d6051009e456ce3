import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Message } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { Outbox } from '../../client/outbox/outbox';
import { ada, bob, peopleHere, signedInAs } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { DeleteMessage } from './delete-message';

const { render, screen, user } = page();

const [message] = new RoomLog().said(bob.userId, 'Oops').latest.messages as [Message];

describe('the dialog that deletes a message', () => {
  let taken: unknown[];
  beforeEach(() => {
    taken = [];
  });
  const opened = (me: typeof ada, problem = '', text = message.text) =>
    render(DeleteMessage, {
      inputs: { message: { ...message, text } },
      providers: [
        peopleHere(ada, bob),
        signedInAs(me),
        {
          provide: Outbox,
          useValue: {
            takeBack: ({ msgId }: Message, why?: string) => taken.push([msgId, why]),
            problem: signal(problem),
          },
        },
      ],
    });
  const confirm = () => user.click(screen.getByRole('button', { name: 'Delete message' }));

  it("shows the message, and asks no reason for the user's own one", async () => {
    const { emitted } = await opened(bob);
    expect(screen.getByText('Oops')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    await confirm();
    expect(taken).toEqual([[message.msgId, undefined]]);
    expect(emitted.closed).toHaveLength(1);
  });

  it('shows the words of the message, without its Markdown', async () => {
    await opened(bob, '', '**Oops**, @ada:\n- ||a secret||');
    expect(screen.getByText('Oops, @Ada: [Spoiler]')).toBeTruthy();
  });

  it('lets a moderator give a reason', async () => {
    await opened(ada);
    await user.type(screen.getByRole('textbox'), ' Spam ');
    await confirm();
    expect(taken).toEqual([[message.msgId, 'Spam']]);
  });

  it('stays open when the outbox refuses it', async () => {
    const { emitted } = await opened(bob, 'The disk is full.');
    await confirm();
    expect(screen.getByRole('alert').textContent).toBe('The disk is full.');
    expect(emitted.closed).toEqual([]);
  });
});
