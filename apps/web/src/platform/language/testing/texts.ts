import {
  CombinedRecursiveAstVisitor,
  Conditional,
  LiteralPrimitive,
  parseTemplate,
  tmplAstVisitAll,
  type AST,
  type BindingPipe,
} from '@angular/compiler';
import ts from 'typescript';
import type { SourceFile } from './sources';

/** The texts that a source file or a template shows to users, judged by their position and form. */
export function textsIn({ path, text }: SourceFile): readonly string[] {
  if (path.endsWith('.html')) return inTemplate(path, text);
  const templates = [...text.matchAll(/\btemplate: `([^`]*)`/g)].flatMap(([, template = '']) =>
    inTemplate(path, template),
  );
  return [...templates, ...inCode(path, text)];
}

/** The literals that go through the pipe `t`. */
function inTemplate(path: string, template: string): readonly string[] {
  const texts = new PipedTexts();
  tmplAstVisitAll(texts, parseTemplate(template, path, { preserveWhitespaces: true }).nodes);
  return texts.found;
}

class PipedTexts extends CombinedRecursiveAstVisitor {
  readonly found: string[] = [];

  override visitPipe(pipe: BindingPipe, context: unknown): void {
    if (pipe.name === 't') this.found.push(...piped(pipe.exp));
    super.visitPipe(pipe, context);
  }
}

function piped(ast: AST): string[] {
  if (ast instanceof LiteralPrimitive) return typeof ast.value === 'string' ? [ast.value] : [];
  if (ast instanceof Conditional) return [...piped(ast.trueExp), ...piped(ast.falseExp)];
  return 'expression' in ast ? piped(ast.expression as AST) : [];
}

/**
 * The arguments of `t`; capitalised literals declared as `Text` or `Label`; and literals that look like sentences and
 * are no developer's errors.
 */
function inCode(path: string, text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node, isDeclared: boolean): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isDecorator(node) || ts.isNewExpression(node)) return;
    if (ts.isCallExpression(node) && node.expression.getText() === 't') found.push(...given(node.arguments[0]));
    if (ts.isStringLiteralLike(node) && (isDeclared ? isCapital : isSentence)(node.text)) found.push(node.text);
    ts.forEachChild(node, (child) => visit(child, isDeclared ? !ts.isArrayLiteralExpression(node) : declares(node)));
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true), false);
  return found;
}

const isCapital = (text: string): boolean => /^[\p{Lu}{]/u.test(text);
const isSentence = (text: string): boolean => isCapital(text) && text.includes(' ');

const declares = (node: ts.Node): boolean =>
  (ts.isVariableDeclaration(node) || ts.isSatisfiesExpression(node)) &&
  /\b(Text|Label)\b/.test(node.type?.getText() ?? '');

function given(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...given(node.whenTrue), ...given(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return [...given(node.left), ...given(node.right)];
  return ts.isParenthesizedExpression(node) ? given(node.expression) : [];
}
