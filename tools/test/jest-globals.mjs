// Replaces `@jest/globals` in specs that Node loads itself. Forwards to Jest's current globals, because Jest creates
// new ones for every spec file but Node loads this module once.
const current = (name) =>
  new Proxy(() => {}, {
    apply: (_, self, given) => Reflect.apply(globalThis[name], self, given),
    get: (_, property) => globalThis[name][property],
  });

export const [describe, it, test, expect, beforeAll, beforeEach, afterEach, afterAll] = [
  'describe',
  'it',
  'test',
  'expect',
  'beforeAll',
  'beforeEach',
  'afterEach',
  'afterAll',
].map(current);

export const jest = new Proxy(
  {},
  {
    get:
      (_, method) =>
      (...given) =>
        globalThis.jest[method](...given),
  },
);
