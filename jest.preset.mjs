const root = import.meta.dirname;

/** In milliseconds. Service specs start a real nats-server and may share two cores with many others. */
export const testTimeout = 120_000;

/**
 * Returns the Jest project of one app or library. Jest finds, distributes and reports specs; Node loads and runs them.
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
  // `load-typescript.mjs` transforms instead.
  transform: {},
});
