import { Component, input, output } from '@angular/core';
import type { Message } from '@devchitchat/contracts';
import { DeleteMessage } from './delete-message';
import type { MessageAction } from './message-actions';
import { MessageHistory } from './message-history';
import { MessageSheet } from './message-sheet';
import { ReactTo } from './react-to';

/** A message, and what the reader asked to do with it. */
export interface Asked {
  readonly action: MessageAction;
  readonly message: Message;
}

/** The dialog of a message that the reader asked for. Nothing for actions without one. */
@Component({
  selector: 'dcc-message-dialogs',
  imports: [DeleteMessage, MessageHistory, MessageSheet, ReactTo],
  template: `
    @switch (asked().action) {
      @case ('delete') {
        <dcc-delete-message [message]="asked().message" (closed)="closed.emit()" />
      }
      @case ('react') {
        <dcc-react-to [message]="asked().message" (closed)="closed.emit()" />
      }
      @case ('sheet') {
        <dcc-message-sheet
          [message]="asked().message"
          [moderates]="moderates()"
          [pinned]="pinned()"
          (chosen)="chosen.emit($event)"
          (closed)="closed.emit()"
        />
      }
      @case ('history') {
        <dcc-message-history [message]="asked().message" (closed)="closed.emit()" />
      }
    }
  `,
})
export class MessageDialogs {
  readonly asked = input.required<Asked>();
  /** The reader may moderate the room. */
  readonly moderates = input(false);
  /** The message is pinned. */
  readonly pinned = input(false);
  /** Chosen on the sheet instead. */
  readonly chosen = output<MessageAction>();
  readonly closed = output();
}
