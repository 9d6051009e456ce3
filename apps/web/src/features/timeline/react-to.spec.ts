import { Component, output, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { RoomLog } from '@devchitchat/contracts/testing';
import { Outbox } from '../../client/outbox/outbox';
import { ada } from '../../client/testing/people';
import { EmojiPicker } from '../../platform/emoji/emoji-picker';
import { page } from '../../platform/testing/page';
import { ReactTo } from './react-to';

const { render, screen, user } = page();

@Component({
  selector: 'dcc-emoji-picker',
  template: `<button type="button" (click)="chosen.emit('🥐')">Croissant</button>`,
})
class PickerStub {
  readonly chosen = output<string>();
}

const message = new RoomLog().joined(ada.userId).said(ada.userId, 'breakfast').latest.messages[0]!;

describe('the dialog that chooses a reaction', () => {
  const opened = (problem: string) => {
    TestBed.overrideComponent(ReactTo, { remove: { imports: [EmojiPicker] }, add: { imports: [PickerStub] } });
    const reactions: unknown[] = [];
    const outbox = {
      problem: signal(problem),
      react: (...reaction: readonly unknown[]) => reactions.push(reaction) > 0 && problem === '',
    };
    const rendered = render(ReactTo, { inputs: { message }, providers: [{ provide: Outbox, useValue: outbox }] });
    return rendered.then(({ emitted }) => ({ emitted, reactions }));
  };
  const choose = () => user.click(screen.getByRole('button', { name: 'Croissant' }));

  it('adds the chosen emoji, and closes', async () => {
    const { emitted, reactions } = await opened('');
    await choose();
    expect(reactions).toEqual([[message, '🥐', true]]);
    expect(emitted.closed).toHaveLength(1);
  });

  it('stays open and says why an emoji could not be added', async () => {
    const { emitted } = await opened('Something went wrong.');
    await choose();
    expect(screen.getByRole('alert').textContent).toBe('Something went wrong.');
    expect(emitted.closed).toEqual([]);
  });
});
