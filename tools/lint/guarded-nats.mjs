/**
 * nats.js throws when a message exceeds the server's limit or the connection is closing, and an error in a subscription
 * callback stops the reading of the whole connection. `send`, `respond` and `listen` of the service kit avoid both, so
 * this rule refuses the originals.
 */
const calls = [
  ['respond', "CallExpression[callee.property.name='respond']"],
  ['send', "CallExpression[callee.property.name='publish'][callee.object.name='nats']"],
  ['send', "CallExpression[callee.property.name='publish'][callee.object.property.name='nats']"],
  ['listen', "CallExpression[callee.property.name='subscribe'][callee.object.name='nats']"],
  ['listen', "CallExpression[callee.property.name='subscribe'][callee.object.property.name='nats']"],
];

export const guardedNats = [
  {
    files: ['{apps,libs}/*/src/**/*.ts'],
    // The web app has no NATS. It has its own list of this rule in web-guards.mjs, and the later list replaces the
    // earlier.
    ignores: ['apps/web/**', '**/*.spec.ts', '**/testing/**', 'libs/service-kit/src/nats/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...calls.map(([instead, selector]) => ({
          selector,
          message: `Call \`${instead}\` of the service kit: it never throws.`,
        })),
      ],
    },
  },
];
