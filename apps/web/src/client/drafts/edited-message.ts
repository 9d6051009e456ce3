import { computed, DestroyRef, effect, inject, Injectable, signal, type Signal } from '@angular/core';
import type { Message, MsgId } from '@devchitchat/contracts';

/** The message that the composer on this page edits; the timeline marks it. */
@Injectable({ providedIn: 'root' })
export class EditedMessage {
  readonly msgId = signal<MsgId | null>(null);
}

/** For the composer: marks the message that it edits, as long as it is on the page. */
export function marksEdited(edited: Signal<{ readonly msgId: MsgId } | null>): void {
  const { msgId } = inject(EditedMessage);
  effect(() => {
    msgId.set(edited()?.msgId ?? null);
  });
  inject(DestroyRef).onDestroy(() => {
    msgId.set(null);
  });
}

/** Whether this message is the marked one. */
export function isEditedHere(message: Signal<Message | null>): Signal<boolean> {
  const { msgId } = inject(EditedMessage);
  return computed(() => message() !== null && message()?.msgId === msgId());
}
