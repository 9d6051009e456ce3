import { signal, type Provider } from '@angular/core';
import { accepted, type AnyEvent, type DraftOf, type Refusal, type Reply, type ValueOf } from '@devchitchat/contracts';
import { Subject } from 'rxjs';
import { Connection, type ConnectionState, type Named, type SocketCommand } from '../connection/connection';

type Name = SocketCommand['name'];
type Answer = (draft: unknown) => Reply<unknown> | Promise<Reply<unknown>>;

/** Stands in for the connection to the server: records every command and gives the replies that a spec prescribes. */
export class ScriptedConnection {
  readonly asked: { readonly name: Name; readonly draft: unknown }[] = [];
  readonly state = signal<ConnectionState>('online');
  readonly events = new Subject<AnyEvent>();
  readonly provider: Provider = { provide: Connection, useValue: this };
  private readonly answers = new Map<Name, Answer>();

  /** From now on the command succeeds with this value. */
  accepts<N extends Name>(name: N, value: ValueOf<Named<N>>): this {
    this.answers.set(name, () => accepted(value));
    return this;
  }

  /** From now on the command is refused with this sentence. */
  refuses(name: Name, message: string): this {
    const error: Refusal = { code: 'forbidden', reason: 'a test', message, retryable: false };
    this.answers.set(name, () => ({ ok: false, error }));
    return this;
  }

  /** From now on the command fails, and may be repeated. */
  fails(name: Name): this {
    const error: Refusal = { code: 'unavailable', reason: 'a test', message: 'Offline.', retryable: true };
    this.answers.set(name, () => ({ ok: false, error }));
    return this;
  }

  /** The command stays unanswered until the returned function is called. */
  holds<N extends Name>(name: N, value: ValueOf<Named<N>>): () => void {
    const { promise, resolve } = Promise.withResolvers<Reply<unknown>>();
    this.answers.set(name, () => promise);
    return () => {
      resolve(accepted(value));
    };
  }

  ask = (name: Name, draft: DraftOf<SocketCommand>): Promise<Reply<unknown>> => {
    this.asked.push({ name, draft });
    const answer = this.answers.get(name);
    if (!answer) throw new Error(`The spec prescribes no answer to ${name}.`);
    return Promise.resolve(answer(draft));
  };
}
