import {
  parseTemplate,
  TmplAstRecursiveVisitor,
  tmplAstVisitAll,
  type TmplAstElement,
  type TmplAstText,
  type TmplAstTextAttribute,
} from '@angular/compiler';
import { expect, it } from '@jest/globals';
import { sourcesIn } from './testing/sources';

/** Attributes and inputs whose text users read or hear. */
const worded = new Set([
  ...['alt', 'aria-description', 'aria-label', 'dccLabel', 'heading', 'hint', 'label', 'lede', 'placeholder', 'title'],
]);

/** Names and notations that are the same in every language. */
const untranslatable = /^(devchitchat|d|message\.sent|@|#|[^A-Za-z]*)$/;

/** Finds the texts of a template that bypass the catalogue. */
class Untranslated extends TmplAstRecursiveVisitor {
  readonly found: string[] = [];

  override visitElement(element: TmplAstElement): void {
    if (element.name !== 'kbd' && element.name !== 'code') super.visitElement(element);
  }

  override visitText({ value }: TmplAstText): void {
    this.judge(value);
  }

  override visitTextAttribute({ name, value }: TmplAstTextAttribute): void {
    if (worded.has(name)) this.judge(value);
  }

  private judge(value: string): void {
    if (!untranslatable.test(value.trim())) this.found.push(value.trim());
  }
}

const templates = sourcesIn(`${import.meta.dirname}/../..`, ['.ts', '.html']).flatMap(({ path, text }) => {
  if (path.endsWith('.html')) return path === 'index.html' ? [] : [{ path, template: text }];
  return [...text.matchAll(/\btemplate: `([^`]*)`/g)].map(([, template = '']) => ({ path, template }));
});

/** Each static attribute of a component's or directive's `host`. */
const hostAttributes = sourcesIn(`${import.meta.dirname}/../..`, ['.ts']).flatMap(({ path, text }) =>
  [...text.matchAll(/\bhost: \{([^}]*)\}/g)].flatMap(([, host = '']) =>
    [...host.matchAll(/(?<=^|[\s,])'?([\w-]+)'?: '([^']*)'/g)].map(([, name = '', value = '']) => ({
      path,
      name,
      value,
    })),
  ),
);

it('the check finds the templates of the page', () => {
  expect(templates.length).toBeGreaterThan(50);
  expect(hostAttributes.length).toBeGreaterThan(10);
});

it.each(templates)('$path takes every text from the catalogue', ({ path, template }) => {
  const words = new Untranslated();
  tmplAstVisitAll(words, parseTemplate(template, path, { preserveWhitespaces: true }).nodes);
  expect(words.found).toEqual([]);
});

it('no host takes a text past the catalogue', () => {
  const isText = ({ name, value }: (typeof hostAttributes)[number]) => worded.has(name) && !untranslatable.test(value);
  expect(hostAttributes.filter(isText)).toEqual([]);
});
