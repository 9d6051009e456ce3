import js from '@eslint/js';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { cssComments } from './tools/lint/css-comments.mjs';
import { guardedNats } from './tools/lint/guarded-nats.mjs';
import { houseRules } from './tools/lint/house-rules.mjs';
import { depConstraints } from './tools/lint/module-boundaries.mjs';
import { pureFiles } from './tools/lint/pure-files.mjs';
import { webGuards } from './tools/lint/web-guards.mjs';

// The boundary rule reads the project graph from a cache, which a fresh clone lacks.
await createProjectGraphAsync();

/** ESLint runs on the same Node as the tools, so its globals are theirs. */
const nodeGlobals = Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly']));

const jestGlobals = Object.fromEntries(
  ['describe', 'it', 'expect', 'beforeEach', 'afterEach', 'beforeAll', 'afterAll'].map((name) => [name, 'readonly']),
);

const specs = ['**/*.spec.ts', '**/testing/**', 'e2e/**', 'tools/**'];

/** Every rule is either an error or off. */
export default tseslint.config(
  {
    ignores: [
      '**/dist',
      '**/node_modules',
      '.nx',
      '.angular',
      '.data',
      '.data-dev',
      '.node',
      'test-results',
      'playwright-report',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },

  {
    files: ['**/*.{ts,mjs}'],
    extends: [js.configs.recommended],
    plugins: { house: houseRules },
    rules: {
      'house/file-name-says-what': 'error',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
    },
  },

  {
    files: ['{apps,libs}/*/src/**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints, banTransitiveDependencies: true }],
    },
  },

  {
    // One user's text must not stall the app for all: the time of every pattern is linear in its input.
    files: ['{apps,libs}/*/src/**/*.ts'],
    ignores: specs,
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false, ignorePartial: false }],
    },
  },

  {
    // A longer file mixes several subjects.
    files: ['{apps,libs}/*/src/**/*.{ts,html,css}'],
    ignores: specs,
    rules: { 'max-lines': ['error', 250] },
  },
  {
    files: ['**/*.css'],
    languageOptions: { parser: cssComments },
    plugins: { house: houseRules },
    rules: { 'house/lone-class': 'error' },
  },

  { files: ['**/*.mjs'], languageOptions: { globals: nodeGlobals } },
  { files: ['**/*.spec.mjs'], languageOptions: { globals: jestGlobals } },

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: ['tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Allows `return refuse(reason);` on one line and `() => emit(x)` without a block.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Allows type parameters used once, which brand a result: `newId<RoomId>()`.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Nest declares its options as classes but takes literals.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Nest modules and Angular components may be empty classes with a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },

  { files: ['apps/**', 'libs/**'], rules: { 'no-console': 'error' } },
  // A page that fails to start can report the error only to the console.
  { files: ['apps/web/src/main.ts'], rules: { 'no-console': ['error', { allow: ['error'] }] } },

  {
    files: ['apps/web/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    languageOptions: {
      // One program for pages and their specs, which loads the web app's types once. The web app's build checks that
      // pages use no types of Node, which only specs have.
      parserOptions: { project: ['apps/web/tsconfig.lint.json'] },
    },
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        [
          { type: 'element', prefix: 'dcc', style: 'kebab-case' },
          { type: 'attribute', prefix: 'dcc', style: 'camelCase' },
        ],
      ],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'dcc', style: 'camelCase' }],
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
    },
  },
  { files: ['apps/web/src/**/*.ts'], rules: { 'house/web-floors': 'error', 'house/few-services': 'error' } },
  ...webGuards,
  ...guardedNats,
  ...pureFiles,
  { files: ['**/*.{ts,mjs,css}'], rules: { 'house/plain-comments': 'error' } },
  { files: ['**/*.{ts,mjs}'], rules: { 'house/retired-name': 'error' } },
  {
    files: ['apps/web/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      // In dialogs and single-form pages, the focus belongs in the first field.
      '@angular-eslint/template/no-autofocus': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Element[name="button"]:has(> TextAttribute[value="submit"]) > BoundAttribute[name="disabled"]',
          message:
            'A browser ignores Enter while the button of a form is disabled, and it stays so until the page is drawn again. Bind attr.aria-disabled, and check in the handler.',
        },
      ],
    },
  },

  {
    files: specs,
    rules: {
      // Longer than a product file, because a spec also prescribes what surrounds its subject.
      'max-lines': ['error', 300],
      // A non-null assertion in a spec fails the spec, as it should.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-imports': 'off',
    },
  },
);
