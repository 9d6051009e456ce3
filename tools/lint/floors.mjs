import { dirname, join, relative } from 'node:path/posix';

/** The floors of the web app, lowest first. A file may import from its own floor and lower ones. */
export const floors = ['platform', 'client', 'parts', 'features', 'shell'];

const source = 'apps/web/src';

/** Returns `{ floor: 'features', subject: 'search' }` for a file of the web app; no floor for files at its root. */
function placeOf(path) {
  const [floor, subject, ...rest] = relative(source, path).split('/');
  if (subject === undefined) return {};
  return { floor, subject: floor === 'features' && rest.length > 0 ? subject : undefined };
}

const isBelow = (floor, other) => floors.indexOf(floor) < floors.indexOf(other);

/** Returns the reason why a file must not import another or use its template, or undefined if it may. */
function refusal(from, to) {
  if (from.floor === undefined) return undefined;
  if (to.floor === undefined) return 'root';
  if (isBelow(from.floor, to.floor)) return 'upward';
  if (from.floor === 'features' && to.floor === 'features' && from.subject !== to.subject) return 'sideways';
  return undefined;
}

/** Properties of a component that name files. */
const namesFiles = ['templateUrl', 'styleUrl', 'styleUrls'];

const literalsIn = (node) => (node?.type === 'ArrayExpression' ? node.elements : [node]);

export const webFloors = {
  meta: {
    type: 'problem',
    docs: { description: 'Imports of the web app go down its floors' },
    schema: [],
    messages: {
      upward: '{{ from }} lies below {{ to }} and must not know it: turn the import around, or move a file.',
      sideways: 'No feature knows another. What both need belongs to parts (a component) or to client.',
      root: 'The root of the app puts the floors together, so nothing imports it.',
      product: 'platform knows nothing of the product.',
      component: 'client has no components, directives or pipes: they belong to parts, to a feature or to shell.',
      homeless: `Each file of the app is on a floor, ${floors.join(', ')}, and each feature in a folder of its own.`,
    },
  },
  create(context) {
    const path = context.filename.replaceAll('\\', '/');
    const file = path.slice(path.lastIndexOf(`${source}/`));
    const from = placeOf(file);
    // Specs may test platform code together with the code that uses it.
    const isTest = /\.spec\.ts$|\/testing\//.test(file);

    function check(node) {
      if (typeof node?.value !== 'string') return;
      if (from.floor === 'platform' && !isTest && node.value.startsWith('@devchitchat/'))
        context.report({ node, messageId: 'product' });
      if (!node.value.startsWith('.')) return;
      const to = placeOf(join(dirname(file), node.value));
      const messageId = refusal(from, to);
      if (messageId) context.report({ node, messageId, data: { from: from.floor, to: to.floor } });
    }

    return {
      Program(node) {
        if (from.floor === undefined) return;
        const isHomeless = !floors.includes(from.floor) || (from.floor === 'features' && !from.subject);
        if (isHomeless) context.report({ node, messageId: 'homeless' });
      },
      'ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression, TSImportType': (node) =>
        check(node.source),
      [`Decorator Property[key.name=/^(${namesFiles.join('|')})$/]`]: (node) => literalsIn(node.value).forEach(check),
      'Decorator[expression.callee.name=/^(Component|Directive|Pipe)$/]'(node) {
        if (from.floor === 'client') context.report({ node, messageId: 'component' });
      },
    };
  },
};
