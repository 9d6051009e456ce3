/**
 * A Jest environment without a sandbox: specs run in Node's own realm, like the code they test. Jest's default
 * environment reloads all imports in a new realm per file, which took longer than the tests.
 */
export default class NodeItself {
  global = {};
  /** Jest's runtime requires one. */
  moduleMocker = { restoreAllMocks() {} };
  getVmContext = () => null;
  exportConditions = () => ['node', 'node-addons'];
  setup = () => Promise.resolve();
  teardown = () => Promise.resolve();
}
