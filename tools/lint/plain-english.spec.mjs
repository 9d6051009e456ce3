import { Linter } from 'eslint';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import tseslint from 'typescript-eslint';
import { workspace } from '../machine/workspace.mjs';
import { cssComments } from './css-comments.mjs';
import { houseRules } from './house-rules.mjs';
import { asWords, retiredNames, uncheckedNames } from './retired-names.mjs';

const read = (path) => readFileSync(join(workspace, path), 'utf8');

const rules = ['house/plain-comments', 'house/retired-name'];

/** Without ESLint's configuration, which takes most of the time per file; planted-violations.spec.ts uses it. */
const linter = new Linter({ cwd: workspace });
const config = [
  { files: ['**/*.{ts,mjs}'], languageOptions: { parser: tseslint.parser } },
  { files: ['**/*.css'], languageOptions: { parser: cssComments } },
  {
    files: ['**/*'],
    plugins: { house: houseRules },
    rules: Object.fromEntries(rules.map((rule) => [rule, 'error'])),
  },
];

/** Returns the rules about plain English that a text breaks as the given file. */
const broken = (file, text) => linter.verify(text, config, file).map(({ ruleId }) => ruleId);

describe('the lint of comments', () => {
  it.each([
    ['a line that opens with What', '// What is here.'],
    ['a docstring that opens with Who', '/** Who may write. */'],
    ['a docstring of several lines that opens with Whoever', '/**\n * Whoever writes\n * reads.\n */'],
    ['one after code', 'export {}; // What is here.'],
    ['one after another and a blank line', '// Rooms.\n\n// What is here.'],
    ['a docstring that opens with Somebody', '/** Somebody who writes. */'],
    ['a later sentence that opens with Nobody', '/** Rooms. Nobody is in them. */'],
    ['a later sentence on a line of its own', '/**\n * Rooms.\n * Whose they are.\n */'],
    ['a later sentence on the next line', '// Rooms.\n// Who may write.'],
  ])('refuses %s', (_how, text) => {
    expect(broken('plain.ts', text)).toEqual(['house/plain-comments']);
  });

  it('refuses a noun clause in a style sheet', () => {
    expect(broken('plain.css', 'p {\n  /* What is seen. */\n}')).toEqual(['house/plain-comments']);
  });

  it.each([
    ['a later line with What', '// Says\n// What is here.'],
    ['what inside a sentence', '/** Says what is here, and who wrote it. */'],
    ['a longer word', '/** Whole lists. */'],
    ['a string with What', `export const text = '// What is here.';`],
  ])('allows %s', (_how, text) => {
    expect(broken('plain.ts', text)).toEqual([]);
  });
});

describe('the lint of names', () => {
  it.each([
    ['of a class', 'class LastWords {}'],
    ['of a class beside other words', 'class FormerStay {}'],
    ['of a type', 'type Complaint = string;'],
    ['of a function', 'function mayCallEveryone() {}'],
    ['of a constant', 'const botRoll = 1;'],
    ['of a parameter', 'export const write = (talker: string) => talker;'],
    ['of a method', 'class Log { happen() {} }'],
    ['of a method of an object', 'export const log = { happen() {} };'],
    ['of a function in an object', 'export const log = { happen: () => {} };'],
    ['of a property', 'interface Room { lastWords: string }'],
    ['that says nothing else', 'const most = 50;'],
  ])('refuses the name %s', (_what, text) => {
    expect(broken('plain.ts', text)).toEqual(['house/retired-name']);
  });

  it('refuses the name of a file', () => {
    expect(broken('stay.ts', '')).toEqual(['house/retired-name']);
  });

  it.each([
    ['as everyday English', 'const stay = 1;\nexport const tally = stay;'],
    ['where it is imported', `import { LastWords } from './unload-buffer';\nexport const buffer = new LastWords();`],
    ['of data in an object', 'export const log = { happen: 1 };'],
    ['as part of another word', 'class StaysAwake {}'],
    ['as part of a longer name', 'const mostMessages = 50;'],
  ])('allows one %s', (_what, text) => {
    expect(broken('plain.ts', text)).toEqual([]);
  });

  /** The first column of the table, as separate words: `Outbox.calls()` is "outbox calls". */
  const glossary = read('docs/glossary.md')
    .split('## Retired names')[1]
    .split('\n')
    .filter((line) => /^\| (?!retired|-)/.test(line))
    .flatMap((line) =>
      line
        .split('|')[1]
        .replace(/\([a-z ]+\)/g, '')
        .split(','),
    )
    .map(asWords);

  it('checks every name that the glossary retired, unless it is right for other things', () => {
    const isKnown = (name) => retiredNames.some(({ words }) => name.includes(` ${words} `));

    expect(glossary.length).toBeGreaterThan(30);
    expect(glossary.filter((name) => !isKnown(name)).map((name) => name.trim())).toEqual(uncheckedNames);
  });

  it('knows only retired names that the glossary lists', () => {
    const listed = glossary.join();

    expect(retiredNames.map(({ words }) => words).filter((words) => !listed.includes(` ${words} `))).toEqual([]);
  });
});

it('no script, container file or workflow has a comment that opens with a noun clause', () => {
  const files = globSync(
    ['.ci/run', 'Dockerfile', 'deploy/**/*.{sh,conf}', 'examples/**/*.{py,sh}', '{.,.github/**}/*.{yml,yaml}'],
    {
      cwd: workspace,
    },
  );
  const opening = /(?<!^\s*#.*\n)^\s*# (What|Who|Whoever)\b/m;

  expect(files.filter((file) => existsSync(join(workspace, file)) && opening.test(read(file)))).toEqual([]);
});
