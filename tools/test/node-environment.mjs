/**
 * No sandbox: a spec runs in Node itself, as what it specifies does. Jest's own environment is a realm for each file, in which
 * everything that a file imports is loaded anew; that took longer than all tests in it.
 */
export default class NodeItself {
  global = {};
  /** Jest's runtime insists on one. */
  moduleMocker = { restoreAllMocks() {} };
  getVmContext = () => null;
  exportConditions = () => ['node', 'node-addons'];
  setup = () => Promise.resolve();
  teardown = () => Promise.resolve();
}
