import { signal } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import type { RoomId, UserId } from '@devchitchat/contracts';
import { ada, bob, garden, peopleHere } from '../../client/testing/people';
import { Typing } from '../../client/typing/typing';
import { page } from '../../platform/testing/page';
import { TypingLine } from './typing-line';

const { render, screen, settled } = page();

describe('the line of who is typing', () => {
  it('names the people who are typing in its room, without announcing them', async () => {
    const writers = signal<readonly UserId[]>([]);
    const typing = { in: (roomId: RoomId) => (roomId === garden.roomId ? writers() : [bob.userId]) };
    const { fixture } = await render(TypingLine, {
      inputs: { roomId: garden.roomId },
      providers: [peopleHere(ada, bob), { provide: Typing, useValue: typing }],
    });
    const line = fixture.nativeElement as HTMLElement;
    expect(line.textContent).toBe('');
    expect(line.getAttribute('aria-live')).toBe('off');
    writers.set([ada.userId]);
    await settled();
    expect(screen.getByText('Ada is typing…')).toBeTruthy();
  });
});
