const root = import.meta.dirname;

/** Milliseconds. Service specs start a real nats-server, and may share two cores with many others. */
export const testTimeout = 120_000;

const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2024',
    keepClassNames: true,
  },
  module: { type: 'es6' },
};

/**
 * The Jest project of one app or library: native ES modules (Nest 12 has no other form), and our libraries by source, so
 * that no test ever runs against a stale build.
 *
 * @param {string} directory relative to the workspace, such as `apps/auth`
 */
export const projectIn = (directory) => ({
  displayName: directory.split('/').at(-1),
  rootDir: `${root}/${directory}`,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.spec.{ts,mjs}'],
  testTimeout,
  extensionsToTreatAsEsm: ['.ts'],
  // A global is slow to look up in Jest's sandbox, and the arithmetic of NATS's keys does it millions of times: 12 × faster.
  sandboxInjectedGlobals: ['Float64Array', 'Uint8Array', 'Math'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json', 'node'],
  transform: { '\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: {
    '^@devchitchat/([a-z-]+)$': `${root}/libs/$1/src/index.ts`,
    '^@devchitchat/([a-z-]+)/(testing|owned-files)$': `${root}/libs/$1/src/$2/index.ts`,
  },
});
