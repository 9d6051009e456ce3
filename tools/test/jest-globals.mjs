// What `@jest/globals` is in a spec that Node itself loads: what Jest calls so at the moment it is called, for Jest makes it
// anew for every spec file, and a module is there but once.
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
