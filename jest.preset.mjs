const root = import.meta.dirname;

/** Milliseconds. Service specs start a real nats-server, and may share two cores with many others. */
export const testTimeout = 120_000;

/**
 * The Jest project of one app or library. Jest finds, hands out and reports; Node itself loads and runs the specs.
 *
 * @param {string} directory relative to the workspace, such as `apps/auth`
 */
export const projectIn = (directory) => ({
  displayName: directory.split('/').at(-1),
  rootDir: `${root}/${directory}`,
  testEnvironment: `${root}/tools/test/node-environment.mjs`,
  testRunner: `${root}/tools/test/native-runner.mjs`,
  testMatch: ['<rootDir>/**/*.spec.{ts,mjs}'],
  testTimeout,
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json', 'node'],
  // By `load-typescript.mjs`.
  transform: {},
});
