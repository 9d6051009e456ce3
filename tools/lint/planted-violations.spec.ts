import { ESLint } from 'eslint';
import { join } from 'node:path';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '..', '..');

/** Without type information: none of these rules needs it, and a new program per text takes most of the time. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }],
});

/** Returns the rules that a text breaks as the given file. */
async function broken(filePath: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: join(root, filePath) });
  return result?.messages.map((message) => message.ruleId) ?? [];
}

const boundaries = '@nx/enforce-module-boundaries';

describe('a planted violation fails the lint', () => {
  it.each([
    ['an app imports an app', 'apps/messaging/src/main.ts', `export * from '../../auth/src/main';`, boundaries],
    [
      'the web imports the service kit',
      'apps/web/src/main.ts',
      `export * from '@devchitchat/service-kit';`,
      boundaries,
    ],
    ['the web imports a server package', 'apps/web/src/main.ts', `export * from 'socket.io';`, boundaries],
    ['contracts import a framework', 'libs/contracts/src/grammar/limits.ts', `export * from 'rxjs';`, boundaries],
    [
      'contracts import the service kit',
      'libs/contracts/src/grammar/limits.ts',
      `export * from '@devchitchat/service-kit';`,
      boundaries,
    ],
    ['the grammar of texts imports a package', 'libs/message-text/src/blocks.ts', `export * from 'zod';`, boundaries],
    [
      'a service that reads no texts imports their grammar',
      'apps/diagnostics/src/main.ts',
      `export * from '@devchitchat/message-text';`,
      boundaries,
    ],
    [
      'the service kit imports an app',
      'libs/service-kit/src/index.ts',
      `export * from '../../../apps/auth/src/main';`,
      boundaries,
    ],
    [
      'a page opens a socket of its own',
      'apps/web/src/main.ts',
      `export * from 'socket.io-client';`,
      'no-restricted-imports',
    ],
    ['a page opens a database of its own', 'apps/web/src/main.ts', `export * from 'idb';`, 'no-restricted-imports'],
    [
      'a service answers over NATS with what may throw',
      'apps/auth/src/main.ts',
      `export const answer = (request: { respond(text: string): void }) => request.respond('');`,
      'no-restricted-syntax',
    ],
    [
      'a service subscribes to NATS with a callback that may throw',
      'apps/gateway/src/main.ts',
      `export const hear = (nats: { subscribe(subject: string): void }) => nats.subscribe('');`,
      'no-restricted-syntax',
    ],
    ['a service writes to the console', 'apps/auth/src/main.ts', `console.log('here');`, 'no-console'],
    [
      'a pattern takes long where a text repeats a sign',
      'libs/contracts/src/grammar/limits.ts',
      'export const trailing = (text: string): string => text.replace(/[ .]+$/, "");',
      'regexp/no-super-linear-move',
    ],
    [
      'a form has a button that swallows Enter',
      'apps/web/src/features/composer/composer.html',
      '<form><button type="submit" [disabled]="isEmpty()">Send</button></form>',
      'no-restricted-syntax',
    ],
    ['a service says any', 'apps/auth/src/main.ts', `export const x: any = 1;`, '@typescript-eslint/no-explicit-any'],
  ])('%s', async (_what, file, text, rule) => {
    expect(await broken(file, text)).toContain(rule);
  });

  it.each([
    ['imports Nest', `export { Injectable } from '@nestjs/common';`, 'no-restricted-imports'],
    ['imports the database', `export { default } from 'better-sqlite3';`, 'no-restricted-imports'],
    ['reads a file', `export { readFileSync } from 'node:fs';`, 'no-restricted-imports'],
    ['looks at the clock', `export const now = Date.now();`, 'no-restricted-syntax'],
    ['throws dice', `export const dice = Math.random();`, 'no-restricted-syntax'],
    ['reads the environment', `export const port = process.env['PORT'];`, 'no-restricted-syntax'],
  ])('a pure file %s', async (_what, text, rule) => {
    expect(await broken('apps/messaging/src/rooms/room.ts', text)).toContain(rule);
    expect(await broken('libs/message-text/src/blocks.ts', text)).toContain(rule);
    expect(await broken('apps/messaging/src/rooms/rooms.repository.ts', text)).not.toContain(rule);
  });

  it.each([
    ['an id of a secure context', `export const id = crypto.randomUUID();`, 'no-restricted-globals'],
    ['a hash of a secure context', `export const { subtle } = globalThis.crypto;`, 'no-restricted-properties'],
    ['localStorage', `export const theme = localStorage.getItem('theme');`, 'no-restricted-globals'],
    ['localStorage of its window', `export const theme = window.localStorage;`, 'no-restricted-properties'],
    ['IndexedDB', `export const db = indexedDB.open('mine');`, 'no-restricted-globals'],
    ['the clipboard', `export const board = navigator.clipboard;`, 'no-restricted-properties'],
    ['devices', `export const all = (navigator as Partial<Navigator>).mediaDevices;`, 'no-restricted-properties'],
    ['locks', `export const { locks } = navigator;`, 'no-restricted-properties'],
    ['the service worker', `export const worker = navigator.serviceWorker;`, 'no-restricted-properties'],
    ['the screen lock', `export const lock = navigator.wakeLock.request();`, 'no-restricted-properties'],
    ['notifications', `export const shown = new Notification('hello');`, 'no-restricted-globals'],
    ['a channel between tabs', `export const tabs = new BroadcastChannel('tabs');`, 'no-restricted-globals'],
    ['the clock of its browser', `export const now = Date.now();`, 'no-restricted-syntax'],
    ['the date of its browser', `export const today = new Date();`, 'no-restricted-syntax'],
  ])('a page uses %s past its guard', async (_what, text, rule) => {
    expect(await broken('apps/web/src/shell/app.ts', text)).toContain(rule);
  });

  it.each([
    ['a service', 'apps/auth/src/accounts/account.ts', 'export const a = 1;'],
    ['a component', 'apps/web/src/parts/avatar.ts', 'export const a = 1;'],
    ['a template', 'apps/web/src/features/composer/composer.html', '<p></p>'],
    ['a style sheet', 'apps/web/src/features/call/call.css', 'p { color: red; }'],
  ])('the file of %s has more than 250 lines', async (_what, file, line) => {
    const lines = (count: number) => Array.from({ length: count }, () => line).join('\n');

    expect(await broken(file, lines(251))).toContain('max-lines');
    expect(await broken(file, lines(250))).not.toContain('max-lines');
  });

  it('a spec has more than 300 lines', async () => {
    const lines = (count: number) => Array.from({ length: count }, () => 'export const a = 1;').join('\n');

    expect(await broken('apps/auth/src/accounts/account.spec.ts', lines(301))).toContain('max-lines');
    expect(await broken('apps/auth/src/accounts/account.spec.ts', lines(300))).not.toContain('max-lines');
  });

  it.each([
    ['fields', (services: string[]) => services.map((name) => `a${name} = inject(${name});`).join()],
    ['functions', (services: string[]) => services.map((name) => `a${name} = inject${name}();`).join()],
    [
      'its constructor',
      (services: string[]) => `constructor(${services.map((name) => `a${name}: ${name}`).join()}) {}`,
    ],
  ])('a component injects seven services by %s', async (_how, members) => {
    const rule = 'house/few-services';
    const component = (services: string[]) =>
      `@Component({}) export class Page { ${members(services).replaceAll(';,', ';')} }`;
    const six = ['A', 'B', 'C', 'D', 'E', 'F'];

    expect(await broken('apps/web/src/parts/page.ts', component([...six, 'G']))).toContain(rule);
    expect(await broken('apps/web/src/parts/page.ts', component(six))).not.toContain(rule);
  });

  it('a component that injects six services may also inject its own element and lifetime', async () => {
    const injected = ['A', 'B', 'C', 'D', 'E', 'F', 'ElementRef', 'DestroyRef'];
    const page = `@Component({}) export class Page { ${injected.map((name) => `a${name} = inject(${name});`).join(' ')} }`;

    expect(await broken('apps/web/src/parts/page.ts', page)).not.toContain('house/few-services');
  });

  it.each([
    ['a comment opens with What', '// What is here.', 'house/plain-comments'],
    ['a class has a retired name', 'export class LastWords {}', 'house/retired-name'],
  ])('%s', async (_what, text, rule) => {
    expect(await broken('apps/new/src/plain.ts', text)).toContain(rule);
  });

  it.each([
    ['a word', '.mark { width: 1em; }'],
    [
      'a word in some state',
      `@media print { p, .mark:hover:not(:disabled, .a)[aria-pressed='true']::before { top: 0; } }`,
    ],
    ['a word on an element of no meaning', 'div.mark { top: 0; }'],
    ['a word that another sheet defines for all', '.notice { top: 0; }'],
  ])('a style sheet reaches into all components by %s', async (_how, text) => {
    expect(await broken('apps/web/src/features/call/call.css', text)).toContain('house/lone-class');
  });

  it.each([
    ['two words', '.brand-mark { top: 0; }'],
    ['its component', ':where(dcc-call, dcc-tile) .mark { top: 0; }'],
    ['its element', ':where(dl).mark { top: 0; }'],
    ['another class', '.tile .mark, .mark.large { top: 0; }'],
  ])('a style sheet may name a class by %s', async (_how, text) => {
    expect(await broken('apps/web/src/features/call/call.css', text)).not.toContain('house/lone-class');
  });

  it('a file has a meaningless name', async () => {
    const rule = 'house/file-name-says-what';

    expect(await broken('tools/string-utils.mjs', 'export const one = 1;')).toEqual([rule]);
    expect(await broken('tools/common/dates.mjs', 'export const one = 1;')).toEqual([rule]);
    expect(await broken('tools/dates.mjs', 'export const one = 1;')).toEqual([]);
  });
});

describe('the lint of the web app’s floors', () => {
  const rule = 'house/web-floors';
  const floorOf = {
    platform: 'apps/web/src/platform/time/days.ts',
    client: 'apps/web/src/client/outbox/outbox.ts',
    parts: 'apps/web/src/parts/avatar.ts',
    features: 'apps/web/src/features/search/search-results.ts',
    shell: 'apps/web/src/shell/room/room-page.ts',
  };

  it.each([
    ['platform imports client', floorOf.platform, `export * from '../../client/outbox/outbox';`],
    ['platform imports the contracts', floorOf.platform, `export * from '@devchitchat/contracts';`],
    ['client imports a part', floorOf.client, `export * from '../../parts/avatar';`],
    ['client has a component', floorOf.client, `@Component({ template: '' })\nexport class Shown {}`],
    ['client has a pipe', floorOf.client, `@Pipe({ name: 'short' })\nexport class Short {}`],
    ['a part imports a feature', floorOf.parts, `export * from '../features/search/search-results';`],
    ['a feature imports another', floorOf.features, `export * from '../members/member-list';`],
    [
      'a feature shows the template of another',
      floorOf.features,
      `@Component({ templateUrl: '../members/a.html' }) class A {}`,
    ],
    [
      'a feature takes the styles of shell',
      floorOf.features,
      `@Component({ styleUrls: ['../../shell/a.css'] }) class A {}`,
    ],
    ['a feature imports shell', floorOf.features, `export * from '../../shell/room/room-page';`],
    ['shell imports the root', floorOf.shell, `export * from '../../main';`],
    [
      'a type is imported from a higher floor',
      floorOf.client,
      `import type { A } from '../../parts/avatar';\nexport type B = A;`,
    ],
    ['a type is named in a higher floor', floorOf.client, `export type B = import('../../parts/avatar').Avatar;`],
    ['a higher floor is loaded later', floorOf.client, `export const later = () => import('../../parts/avatar');`],
    ['a file is on no floor', 'apps/web/src/widgets/clock.ts', ''],
    ['a file is in no feature', 'apps/web/src/features/search.ts', ''],
  ])('refuses that %s', async (_what, file, text) => {
    expect(await broken(file, text)).toContain(rule);
  });

  it.each([
    ['platform imports platform', floorOf.platform, `export * from '../language/t';`],
    ['client imports platform', floorOf.client, `export * from '../../platform/language/t';`],
    ['a part imports client', floorOf.parts, `export * from '../client/people/directory';`],
    ['a feature imports itself', floorOf.features, `export * from './search-line';`],
    ['a feature imports a part', floorOf.features, `export * from '../../parts/avatar';`],
    ['shell imports a feature', floorOf.shell, `export * from '../../features/search/search-results';`],
    ['the root imports shell', 'apps/web/src/main.ts', `export * from './shell/app';`],
    ['a part is a component', floorOf.parts, `@Component({ templateUrl: './avatar.html' })\nexport class Shown {}`],
  ])('allows that %s', async (_what, file, text) => {
    expect(await broken(file, text)).not.toContain(rule);
  });
});
