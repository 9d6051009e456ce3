import { Component, signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { User, UserId } from '@devchitchat/contracts';
import { Directory } from '../../client/people/directory';
import { ada, bob, signedInAs } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { MessageText } from './message-text';

const { render, screen, user, settled } = page();

@Component({
  imports: [MessageText],
  template: `<div
    role="article"
    dccMessageText="See @ADA, **@bob** and ||@ada||"
    [opensCards]="true"
    (asksWho)="asked.push($event)"
  ></div>`,
})
class Host {
  readonly asked: UserId[] = [];
}

describe('a mention in a message', () => {
  const people = signal<ReadonlyMap<string, User>>(new Map());
  const here = (...users: readonly User[]) => {
    people.set(new Map(users.map((each) => [each.handle, each] as const)));
  };
  beforeEach(() => {
    here({ ...ada, displayName: 'Ada Lovelace' }, bob);
  });

  const shown = () =>
    render(Host, { providers: [signedInAs(bob), { provide: Directory, useValue: { byHandle: people.asReadonly() } }] });
  const mention = (name: string) => screen.getByRole('button', { name });
  const article = () => screen.getByRole('article');

  it('shows the display name, and the handle as its description', async () => {
    await shown();
    expect(article().textContent).toBe('See @Ada Lovelace, @Bob and Spoiler');
    expect(mention('@Ada Lovelace').title).toBe('@ada');
    expect([mention('@Ada Lovelace').className, mention('@Bob').className]).toEqual(['mention', 'mention me']);
  });

  it('asks for the person’s card, by pointer and by keyboard', async () => {
    const { fixture } = await shown();
    await user.click(mention('@Ada Lovelace'));
    mention('@Bob').focus();
    await user.keyboard('{Enter}');
    expect(fixture.componentInstance.asked).toEqual([ada.userId, bob.userId]);
  });

  it('follows a new name in place, with its focus and with open spoilers', async () => {
    await shown();
    await user.click(mention('Spoiler'));
    const before = screen.getAllByRole('button', { name: '@Ada Lovelace' });
    before[0]!.focus();
    here({ ...ada, displayName: 'Ada King' }, bob);
    await settled();
    expect(screen.getAllByRole('button', { name: '@Ada King' })).toEqual(before);
    expect(document.activeElement).toBe(before[0]);
    expect(article().textContent).toBe('See @Ada King, @Bob and @Ada King');
  });

  it('becomes plain text with the account, and a mention when the person becomes known', async () => {
    await shown();
    here(bob);
    await settled();
    expect(article().textContent).toBe('See @ADA, @Bob and Spoiler');
    here(ada, bob);
    await settled();
    expect(article().textContent).toBe('See @Ada, @Bob and Spoiler');
    expect(mention('@Ada')).toBeTruthy();
  });

  it('is copied as a handle, and shows the name again afterwards', async () => {
    await shown();
    document.getSelection()!.selectAllChildren(article());
    document.dispatchEvent(new Event('copy'));
    expect(article().textContent).toBe('See @ada, @bob and Spoiler');
    await settled();
    expect(article().textContent).toBe('See @Ada Lovelace, @Bob and Spoiler');
  });
});
