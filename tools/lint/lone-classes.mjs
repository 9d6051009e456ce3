/**
 * A selector of nothing but one class reaches every element of the page that has it, in all components. Such a class
 * needs a name of two words, which no component gives to something else by chance, or is one of these words, which mean
 * the same everywhere. Every other class stands beside the element or component in which it means something.
 */
const everywhere = {
  'platform/design/base.css': ['speaking'],
  'platform/design/buttons.css': ['actions', 'danger', 'primary', 'secondary'],
  'platform/design/fields.css': ['check', 'field'],
  'platform/design/listing.css': ['listing', 'quiet'],
  'platform/design/notices.css': ['lede', 'note', 'notice'],
  'platform/emoji/emoji-picker.css': ['emoji'],
  'parts/presence.css': ['pictured'],
  'features/settings/settings.css': ['segments'],
  'features/sign-in/gate.css': ['gate'],
  'shell/room/room-page.css': ['main'],
  'shell/shell.css': ['standalone'],
};

/** Elements of no meaning, which narrow nothing. */
const meaningless = new Set(['div', 'span']);

export const loneClass = {
  meta: {
    type: 'problem',
    docs: { description: 'A class of one word does not reach into all components' },
    schema: [],
    messages: {
      lone: '".{{ name }}" reaches every component that uses this word. Name the element or component before it, as in ":where(dcc-timeline) .{{ name }}", or give it a name of two words.',
    },
  },
  create: (context) => ({
    Program() {
      const { sourceCode } = context;
      const own = Object.entries(everywhere).find(([file]) => context.filename.replaceAll('\\', '/').endsWith(file));
      for (const { selector, index } of selectorsOf(sourceCode.text)) {
        const name = loneClassOf(selector);
        if (name === undefined || name.includes('-') || own?.[1].includes(name)) continue;
        context.report({ loc: sourceCode.getLocFromIndex(index), messageId: 'lone', data: { name } });
      }
    },
  }),
};

/** Every selector of rules that are not nested in other rules, and the place of its rule. */
function* selectorsOf(text) {
  const blank = text.replace(/\/\*.*?\*\//gs, (comment) => ' '.repeat(comment.length));
  const around = [];
  let start = 0;
  for (const { index, 0: sign } of blank.matchAll(/[{};]/g)) {
    const prelude = blank.slice(start, index).trim();
    if (sign === '{') {
      if (around.every((outer) => outer.startsWith('@')) && !prelude.startsWith('@')) {
        for (const selector of prelude.split(/,(?![^(]*\))/))
          yield { selector: selector.trim(), index: start + blank.slice(start).search(/\S/) };
      }
      around.push(prelude);
    }
    if (sign === '}') around.pop();
    start = index + 1;
  }
}

/** The class of which alone the selector consists, apart from states, attributes and elements that narrow nothing. */
function loneClassOf(selector) {
  const bare = selector.replace(/\[[^\]]*\]/g, '').replace(/:not\([^)]*\)/g, '');
  if (/[\s>+~](?![^(]*\))/.test(bare) || bare.includes('#')) return undefined;
  const classes = [...bare.matchAll(/\.([\w-]+)/g)].map(([, name]) => name);
  const elements = [...bare.matchAll(/(?<![\w.:-])[a-z][\w-]*/g)].map(([name]) => name);
  return classes.length === 1 && elements.every((name) => meaningless.has(name)) ? classes[0] : undefined;
}
