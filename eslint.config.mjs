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
import { plainEnglish } from './tools/lint/plain-english.mjs';
import { pureFiles } from './tools/lint/pure-files.mjs';
import { webDoors } from './tools/lint/web-doors.mjs';

// The boundary rule reads the project graph from a cache, which a bare clone does not have yet.
await createProjectGraphAsync();

/** ESLint runs on the Node that the tools run on, so its own globals are theirs. */
const nodeGlobals = Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly']));

const jestGlobals = Object.fromEntries(
  ['describe', 'it', 'expect', 'beforeEach', 'afterEach', 'beforeAll', 'afterAll'].map((name) => [name, 'readonly']),
);

const specs = ['**/*.spec.ts', '**/testing/**', 'e2e/**', 'tools/**'];

/** A rule here is an error or it is off. */
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
    // One member's text must not stall everybody: every pattern takes time in proportion to what it is given.
    files: ['{apps,libs}/*/src/**/*.ts'],
    ignores: specs,
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false, ignorePartial: false }],
    },
  },

  {
    // A longer file has more than one subject.
    files: ['{apps,libs}/*/src/**/*.{ts,html,css}'],
    ignores: specs,
    rules: { 'max-lines': ['error', 250] },
  },
  { files: ['**/*.css'], languageOptions: { parser: cssComments }, plugins: { house: houseRules } },

  { files: ['**/*.mjs'], languageOptions: { globals: nodeGlobals } },
  { files: ['**/*.spec.mjs'], languageOptions: { globals: jestGlobals } },

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: ['tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return refuse(reason);` leaves in one line, and `() => emit(x)` says as much as a block.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // A type parameter used once brands a result: `newId<RoomId>()`.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Nest declares its options as classes and takes literals.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Nest modules and Angular components are classes that may have nothing in them but what their decorator says.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },

  { files: ['apps/**', 'libs/**'], rules: { 'no-console': 'error' } },
  // Where a page that does not even start has nowhere else to say so.
  { files: ['apps/web/src/main.ts'], rules: { 'no-console': ['error', { allow: ['error'] }] } },

  {
    files: ['apps/web/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    languageOptions: {
      // Pages and their specs in one program, which takes the types of a page apart once. That a page uses nothing of Node's,
      // which only specs have, its build checks.
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
  ...webDoors,
  ...guardedNats,
  ...pureFiles,
  ...plainEnglish,
  {
    files: ['apps/web/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      // In a dialog, and on a page that is one form, the first field is where focus belongs.
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
      // A spec names what must be there; when it is not, the spec fails, which is the point.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-imports': 'off',
    },
  },
);
