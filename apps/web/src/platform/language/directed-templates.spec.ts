import {
  type AST,
  type ASTWithSource,
  BindingPipe,
  Conditional,
  Interpolation,
  LiteralPrimitive,
  ParenthesizedExpression,
  parseTemplate,
  TmplAstRecursiveVisitor,
  tmplAstVisitAll,
  type TmplAstBoundText,
  type TmplAstElement,
} from '@angular/compiler';
import { expect, it } from '@jest/globals';
import { sourcesIn } from './testing/sources';

/** Names, topics, notes and texts, as the code calls them. */
const peoples =
  /\b(name|names|displayName|author|invitedBy|roomName|topic|who|room|nameOf|label|note|why|written|text|device|caption)\b(?!\.\w+\.)(?!\.(?!topic|name|text|displayName|note|why|label|who|room|written|device|author)\w)/;

/** Words of the page itself, with the same names in the code. */
const own = new Set([
  'part.text',
  'text()',
  'label()',
  'caption()',
  'words()',
  'length.label',
  'section.name',
  'pointedAt()?.name',
  'note.words()',
]);

/** Whether an expression is a text of the catalogue, whose values are isolated in it. */
function isOfThePage(expression: AST): boolean {
  if (expression instanceof ParenthesizedExpression) return isOfThePage(expression.expression);
  if (expression instanceof Conditional) return isOfThePage(expression.trueExp) && isOfThePage(expression.falseExp);
  if (expression instanceof LiteralPrimitive) return true;
  return expression instanceof BindingPipe && expression.name === 't';
}

const withoutLiterals = (source: string): string => source.replace(/'[^']*'/g, "''");

/** Whether an expression is a text of the catalogue with values in it, which are isolated and turn nothing around them. */
const isFilledIn = (expression: AST): boolean =>
  expression instanceof BindingPipe && expression.name === 't' && expression.args.length > 0;

/**
 * Finds what people have written, shown in an element without a direction of its own, and sentences of the page that
 * would take the direction of a name.
 */
class Undirected extends TmplAstRecursiveVisitor {
  readonly found: string[] = [];
  readonly turned: string[] = [];
  private readonly elements: TmplAstElement[] = [];

  override visitElement(element: TmplAstElement): void {
    this.elements.push(element);
    super.visitElement(element);
    this.elements.pop();
  }

  override visitBoundText({ value }: TmplAstBoundText): void {
    const { ast } = value as ASTWithSource;
    const expressions = ast instanceof Interpolation ? ast.expressions : [];
    const isAllOwn = expressions.every(isOfThePage);
    const source = ((value as ASTWithSource).source ?? '').trim();
    if (expressions.some(isFilledIn) && this.elements.some(followsLetters)) this.turned.push(source);
    const inner = source.replace(/^\{\{\s*|\s*\}\}$/g, '');
    if (isAllOwn || own.has(inner) || !peoples.test(withoutLiterals(source)) || this.isDirected()) return;
    this.found.push(source);
  }

  private isDirected(): boolean {
    const nearest = this.elements.at(-1);
    return (
      nearest?.name === 'bdi' ||
      nearest?.attributes.some(({ name }) => name === 'dir') === true ||
      nearest?.inputs.some(({ name }) => name === 'dir') === true
    );
  }
}

const followsLetters = ({ name, attributes }: TmplAstElement): boolean =>
  name === 'bdi' || attributes.some((attribute) => attribute.name === 'dir' && attribute.value === 'auto');

const templates = sourcesIn(`${import.meta.dirname}/../..`, ['.ts', '.html']).flatMap(({ path, text }) => {
  if (path.endsWith('.html')) return path === 'index.html' ? [] : [{ path, template: text }];
  return [...text.matchAll(/\btemplate: `([^`]*)`/g)].map(([, template = '']) => ({ path, template }));
});

it.each(templates)('$path gives what people have written the direction of its letters', ({ path, template }) => {
  const names = new Undirected();
  tmplAstVisitAll(names, parseTemplate(template, path, { preserveWhitespaces: true }).nodes);
  expect(names.found).toEqual([]);
});

it.each(templates)('$path keeps sentences in the direction of their language', ({ path, template }) => {
  const sentences = new Undirected();
  tmplAstVisitAll(sentences, parseTemplate(template, path, { preserveWhitespaces: true }).nodes);
  expect(sentences.turned).toEqual([]);
});
