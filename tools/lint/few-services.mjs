/** The most services that a class may inject. */
const maxServices = 6;

/** Tokens that do not count: the class's own element, position and lifetime in Angular. */
const ownHandles = new Set([
  'ChangeDetectorRef',
  'DestroyRef',
  'ElementRef',
  'EnvironmentInjector',
  'Injector',
  'TemplateRef',
  'ViewContainerRef',
]);

/**
 * Refuses a class that injects more services than a reader can keep in mind. `injectCache()` and similar functions
 * count.
 */
export const fewServices = {
  meta: {
    type: 'problem',
    docs: { description: 'A component injects few services' },
    schema: [],
    messages: {
      tooMany:
        '{{ name }} injects {{ count }} services ({{ services }}); {{ max }} are allowed. Move what belongs together to a store or a component of its own.',
    },
  },
  create(context) {
    const open = [];

    const serviceIn = ({ callee, arguments: [token] }) => {
      if (callee.type !== 'Identifier') return undefined;
      if (callee.name === 'inject') return context.sourceCode.getText(token);
      return /^inject[A-Z]/.test(callee.name) ? callee.name : undefined;
    };

    return {
      ClassDeclaration: (node) => open.push({ node, services: new Set() }),
      CallExpression(node) {
        const service = serviceIn(node);
        if (service && !ownHandles.has(service)) open.at(-1)?.services.add(service);
      },
      'MethodDefinition[kind="constructor"]'({ value: { params } }) {
        for (const param of params) open.at(-1)?.services.add(typeOf(param, context.sourceCode));
      },
      'ClassDeclaration:exit'() {
        const { node, services } = open.pop();
        if (services.size <= maxServices || !isInjectedInto(node)) return;
        const data = {
          name: node.id?.name,
          count: services.size,
          services: [...services].join(', '),
          max: maxServices,
        };
        context.report({ node: node.id ?? node, messageId: 'tooMany', data });
      },
    };
  },
};

function typeOf(param, sourceCode) {
  const { typeAnnotation } = param.type === 'TSParameterProperty' ? param.parameter : param;
  return sourceCode.getText(typeAnnotation?.typeAnnotation ?? param);
}

const isInjectedInto = ({ decorators }) =>
  decorators?.some(({ expression }) => /^(Component|Directive|Injectable)$/.test(expression.callee?.name));
