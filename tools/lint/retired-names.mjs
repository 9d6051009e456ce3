import { basename } from 'node:path';

/**
 * Names that docs/glossary.md retired, and their replacements. `words` is the name as separate words: `lastWords`,
 * `LastWords` and `last-words.ts` are all "last words". With `everyday`, the rule checks only names of types and files;
 * with `whole`, only names without other words.
 */
export const retiredNames = [
  { words: 'stay', use: 'CallSession', everyday: true },
  { words: 'last words', use: 'UnloadBuffer' },
  { words: 'attendance', use: 'a liveness check' },
  { words: 'roll call', use: 'a liveness check' },
  { words: 'seat', use: 'a peer in the call, or a liveness check' },
  { words: 'bot roll', use: 'BotRegistry' },
  { words: 'wellbeing', use: 'HealthService' },
  { words: 'complaint', use: 'an alert' },
  { words: 'complaints', use: 'alerts' },
  { words: 'bot door', use: 'the bot gateway' },
  { words: 'door', use: 'a gateway, proxy or listener', whole: true },
  { words: 'plain door', use: 'a listener' },
  { words: 'talker', use: 'ApiClient or BotClient' },
  { words: 'keepsake', use: 'a key-value store' },
  { words: 'keepsakes', use: 'a key-value store' },
  { words: 'tally', use: 'a counter', everyday: true },
  { words: 'hearing', use: 'AudioPlayback', everyday: true },
  { words: 'talking', use: 'ActiveSpeakers', everyday: true },
  { words: 'capture', use: 'LocalTrack', everyday: true },
  { words: 'happen', use: 'appendAll' },
  { words: 'put out', use: 'a kick or ban dialog' },
  { words: 'pass room on', use: 'TransferOwnership' },
  { words: 'waiting badge', use: 'UnreadBadge' },
  { words: 'may call everyone', use: 'mayMentionEveryone' },
  { words: 'life', use: 'uptime or run id', whole: true },
  { words: 'place', use: 'the thing itself', everyday: true },
  { words: 'say', use: 'send, publish, print or set', whole: true },
  { words: 'patience', use: 'timeout, debounce, retry delay or grace period' },
  { words: 'most', use: 'a name that says of what', whole: true },
  { words: 'every', use: 'a name that says of what', whole: true },
];

/** Retired names that are also right for other things, so that no rule can tell. */
export const uncheckedNames = [
  // Bringing is not importing: a file is brought back from a backup.
  'bring',
  // Of the outbox alone.
  'outbox calls',
  // The search has words.
  'word',
  'words',
];

/** Splits a name into words: `LastWords` becomes ` last words `. */
export const asWords = (name) =>
  ` ${name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase()} `;

const namesAType = (name) => /^[A-Z][a-z]/.test(name);

function retiredIn(name, isFile = false) {
  const reading = asWords(name);
  return retiredNames.find(({ words, everyday, whole }) => {
    if (whole) return !isFile && reading === ` ${words} `;
    return reading.includes(` ${words} `) && (!everyday || isFile || namesAType(name));
  });
}

const members =
  'PropertyDefinition, MethodDefinition, AccessorProperty, TSAbstractPropertyDefinition, TSAbstractMethodDefinition, TSPropertySignature, TSMethodSignature';

/** Data keeps the names that others gave its properties; a function is named where it stands. */
const methodsOfObjects = 'ObjectExpression > Property[value.type=/Function/]';

/** Refuses declarations with a retired name: files, types, functions, variables, parameters, members and methods of objects. */
export const retiredName = {
  meta: {
    type: 'problem',
    docs: { description: 'One word for one thing' },
    schema: [],
    messages: { retired: '"{{ name }}" is a retired name: the glossary has {{ use }} for it.' },
  },
  create(context) {
    const check = (node, name, isFile) => {
      const found = retiredIn(name, isFile);
      if (found) context.report({ node, messageId: 'retired', data: { name, use: found.use } });
    };
    const isAnImport = ({ type }) => type === 'ImportBinding';

    return {
      Program(node) {
        check(node, basename(context.filename).split('.')[0], true);
        const variables = context.sourceCode.scopeManager.scopes.flatMap((scope) => scope.variables);
        const given = variables.flatMap(({ defs }) => defs.filter((def) => !isAnImport(def)).map((def) => def.name));
        // A class name is also a variable inside the class.
        for (const identifier of new Set(given)) check(identifier, identifier.name);
      },
      [`${members}, ${methodsOfObjects}`]: ({ key, computed }) => {
        if (!computed && key.name) check(key, key.name);
      },
    };
  },
};
