import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import type { RoomId, UserId } from '@devchitchat/contracts';
import { CurrentCall } from '../../client/call/state/current-call';
import { Calls } from '../../client/call/state/calls';
import { Outbox } from '../../client/outbox/outbox';
import { t } from '../../platform/language/t';
import { Directory } from '../../client/people/directory';
import { Session } from '../../client/session/session';
import { arrivals } from './arrivals';

/**
 * Announces to screen readers what changes outside the reader's focus: who joins or leaves the call, and unsent
 * messages. `ConnectionStatus` announces the connection itself.
 */
@Component({
  selector: 'dcc-announcer',
  host: { class: 'visually-hidden', 'aria-live': 'polite' },
  template: `{{ words() }}`,
})
export class Announcer {
  private readonly currentCall = inject(CurrentCall);
  private readonly calls = inject(Calls);
  private readonly outbox = inject(Outbox);
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);
  protected readonly words = signal('');

  private readonly inMyCall = computed<ReadonlySet<UserId>>(() => {
    const roomId = this.currentCall.roomId();
    const peers = (roomId && this.calls.byRoom().get(roomId)?.peers) ?? [];
    return new Set(peers.map(({ userId }) => userId));
  });
  private readonly failed = computed(
    () =>
      new Set(
        this.outbox
          .entries()
          .filter(({ state }) => state === 'failed')
          .map(({ clientMsgId }) => clientMsgId),
      ),
  );

  constructor() {
    let room: RoomId | null = null;
    let people: ReadonlySet<UserId> = new Set();
    effect(() => {
      const [roomNow, peopleNow] = [this.currentCall.roomId(), this.inMyCall()];
      const [roomBefore, before] = [room, people];
      [room, people] = [roomNow, peopleNow];
      untracked(() => {
        if (roomNow === roomBefore) this.tellOfOthers(before, peopleNow);
        else if (roomNow) this.words.set(t('You’re in the call.'));
        // A separate notice explains why a call ended, or that it continues on another device.
        else this.words.set(this.currentCall.ended() || this.currentCall.elsewhere() ? '' : t('You left the call.'));
      });
    });
    let unsent = this.failed();
    effect(() => {
      const { came } = arrivals(unsent, this.failed());
      unsent = this.failed();
      if (came.length > 0) this.words.set(t('{count} messages could not be sent.', { count: came.length }));
    });
  }

  private tellOfOthers(before: ReadonlySet<UserId>, now: ReadonlySet<UserId>): void {
    const me = this.session.me()?.userId;
    const { came, went } = arrivals(before, now);
    const nameOf = (userId: UserId) => ({ name: this.directory.nameOf(userId) });
    const sentences = [
      ...came.filter((userId) => userId !== me).map((userId) => t('{name} joined the call.', nameOf(userId))),
      ...went.filter((userId) => userId !== me).map((userId) => t('{name} left the call.', nameOf(userId))),
    ];
    if (sentences.length > 0) this.words.set(sentences.join(' '));
  }
}
