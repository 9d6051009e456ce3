/**
 * nats.js throws where a message is larger than the server carries or the connection is ending, and a throw inside a
 * subscription's callback ends the reading of the whole connection. `send`, `respond` and `listen` of the service kit do
 * neither, so nobody calls nats.js's own.
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
    // The page has no NATS; its own list of this rule is in web-doors.mjs, and the later of two lists replaces the other.
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
