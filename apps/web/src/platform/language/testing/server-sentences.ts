import ts from 'typescript';
import type { SourceFile } from './sources';

/** Methods of zod that take what is wrong as their last argument. */
const checks = new Set(['max', 'min', 'regex', 'refine', 'length']);

/** What stands for anything that is only known when it is said. */
const anything = '7';

/**
 * Every sentence, and every part of one, that a source file can say to a person: what `refused(…)` is given, what functions
 * called `refuse…` are given to say, what a schema finds wrong, and what a function called `complaints…` complains about.
 */
export function sentencesIn({ path, text }: SourceFile): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const declared = declarationsIn(source);
  const sentences: string[] = [];
  const say = (node: ts.Node | undefined) => {
    if (node) sentences.push(...wordings(node, declared).filter(isWords));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const name = nameOf(node.expression);
      if (name === 'refused') say(node.arguments[1]);
      else if (name.startsWith('refuse')) node.arguments.filter(ts.isStringLiteralLike).forEach(say);
      else if (checks.has(name) && node.arguments.length > 1) {
        const last = node.arguments.at(-1);
        if (last && ts.isObjectLiteralExpression(last)) say(property(last, 'message'));
        else say(last);
      }
    }
    if (ts.isFunctionDeclaration(node) && node.name?.text.startsWith('complaints'))
      wordsBelow(node, declared).forEach((words) => sentences.push(words));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sentences;
}

/** What a name may stand for: of two variables of one name in a file, both. */
type Declarations = ReadonlyMap<string, readonly ts.Expression[]>;

function declarationsIn(source: ts.SourceFile): Declarations {
  const declared = new Map<string, ts.Expression[]>();
  const visit = (node: ts.Node): void => {
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node)) && ts.isIdentifier(node.name) && node.initializer) {
      declared.set(node.name.text, [...(declared.get(node.name.text) ?? []), node.initializer]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return declared;
}

/** Every way in which an expression may read. */
function wordings(node: ts.Node, declared: Declarations): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return wordings(node.expression, declared);
  if (ts.isConditionalExpression(node)) {
    return [...wordings(node.whenTrue, declared), ...wordings(node.whenFalse, declared)];
  }
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce<readonly string[]>(
      (beginnings, span) =>
        beginnings.flatMap((beginning) =>
          wordings(span.expression, declared).map((words) => `${beginning}${words}${span.literal.text}`),
        ),
      [node.head.text],
    );
  }
  if (ts.isIdentifier(node)) {
    const values = (declared.get(node.text) ?? []).flatMap((value) => wordings(value, declared));
    return values.length > 0 ? values : [anything];
  }
  return [anything];
}

function wordsBelow(node: ts.Node, declared: Declarations): readonly string[] {
  if (ts.isTemplateExpression(node)) return wordings(node, declared);
  const words: string[] = [];
  ts.forEachChild(node, (child) => {
    words.push(...wordsBelow(child, declared));
  });
  return words;
}

const isWords = (text: string): boolean => /[A-Za-z]{2}/.test(text);

const nameOf = (node: ts.Expression): string =>
  ts.isPropertyAccessExpression(node) ? node.name.text : ts.isIdentifier(node) ? node.text : '';

const property = (node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined =>
  node.properties.filter(ts.isPropertyAssignment).find((each) => each.name.getText() === name)?.initializer;
