import { inject, Injectable, signal } from '@angular/core';
import type { Message } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { t } from '../../platform/language/t';

/** Pins and unpins messages. Needs the server at once, because a pin is visible to the whole room. */
@Injectable()
export class Pins {
  private readonly connection = inject(Connection);
  private readonly lastProblem = signal('');
  /** The reason for the last refusal, as a sentence. */
  readonly problem = this.lastProblem.asReadonly();

  async put({ roomId, msgId }: Pick<Message, 'roomId' | 'msgId'>, on: boolean): Promise<void> {
    const command = on ? 'msg.pin' : 'msg.unpin';
    const reply = await this.connection.ask(command, { roomId, msgId });
    this.lastProblem.set(reply.ok ? '' : `${t(on ? 'Not pinned.' : 'Still pinned.')} ${reply.error.message}`);
  }

  forgive(): void {
    this.lastProblem.set('');
  }
}
