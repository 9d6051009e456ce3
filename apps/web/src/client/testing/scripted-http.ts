import { afterEach, beforeEach } from '@jest/globals';
import { accepted, type browserSurface, type Reason, type Refusal, type ValueOf } from '@devchitchat/contracts';

type HttpCommand = (typeof browserSurface.http)[number];
type Named<Name> = Extract<HttpCommand, { readonly name: Name }>;

/** Stands in for the server's HTTP commands in the spec file that calls it, as `ScriptedConnection` does for the socket's. */
export function scriptedHttp() {
  const asked: { readonly name: string; readonly draft: unknown }[] = [];
  const answers = new Map<string, unknown>();
  const { fetch } = globalThis;
  beforeEach(() => {
    asked.length = 0;
    answers.clear();
    globalThis.fetch = (path, request) => {
      const name = (path as string).replace('api/', '');
      asked.push({ name, draft: JSON.parse(request?.body as string) as unknown });
      return Promise.resolve(Response.json(answers.get(name)));
    };
  });
  afterEach(() => {
    globalThis.fetch = fetch;
  });
  return {
    asked,
    /** From now on the command succeeds with this value. */
    accepts<Name extends HttpCommand['name']>(name: Name, value: ValueOf<Named<Name>>): void {
      answers.set(name, accepted(value));
    },
    /** From now on the command is refused with this sentence, for this declared reason if the page depends on it. */
    refuses(name: HttpCommand['name'], message: string, reason?: Reason): void {
      const error: Refusal = {
        code: reason?.code ?? 'forbidden',
        reason: reason?.name ?? 'a test',
        message,
        retryable: false,
      };
      answers.set(name, { ok: false, error });
    },
  };
}
