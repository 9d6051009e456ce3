import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { breachesIn } from './cycles.mjs';
import { readImports } from './read-imports.mjs';

describe('a planted cycle of imports', () => {
  let root;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'structure-'));
    plant(
      'tsconfig.base.json',
      '{ "compilerOptions": { "paths": { "@house/words": ["./libs/words/src/index.ts"] } } }',
    );
    plant('package.json', '{}');
    for (const folder of ['apps', 'libs']) mkdirSync(join(root, folder));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function plant(file, text) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const breaches = async () => breachesIn(await readImports(root, ['apps', 'libs']));

  it.each([
    ['import', `import { b } from './b';\nexport const a = b;`],
    ['import of a type', `import type { B } from './b';\nexport type A = B;`],
    ['import of a type among values', `import { type B } from './b';\nexport type A = B;`],
    ['re-export', `export * from './b';`],
    ['lazy import', `export const a = () => import('./b');`],
    ['inline type import', `export type A = import('./b').B;`],
    ['import with the extension of the output', `export * from './b.js';`],
  ])('between files by %s is found', async (_how, text) => {
    plant('apps/chat/src/rooms/a.ts', text);
    plant('apps/chat/src/rooms/b.ts', `import { a } from './a';\nexport const b = 1;\nexport type B = typeof a;`);

    expect(await breaches()).toEqual([
      'A cycle of files: apps/chat/src/rooms/a.ts → apps/chat/src/rooms/b.ts → apps/chat/src/rooms/a.ts',
    ]);
  });

  it('between files of libraries that import each other by name is found', async () => {
    plant('libs/words/src/index.ts', `export * from '../../things/src/thing';`);
    plant('libs/things/src/thing.ts', `export * from '@house/words';`);

    expect(await breaches()).toContainEqual(expect.stringContaining('A cycle of files'));
  });

  it('between folders is found, and names the imports to turn around', async () => {
    plant('apps/chat/src/rooms/room.ts', `import type { Message } from '../messages/message';`);
    plant('apps/chat/src/messages/message.ts', `export interface Message {}`);
    plant('apps/chat/src/messages/send.ts', `export * from '../rooms/rule';\nexport * from '../rooms/topic';`);
    plant('apps/chat/src/rooms/rule.ts', '');
    plant('apps/chat/src/rooms/topic.ts', '');

    expect(await breaches()).toEqual([
      [
        'A cycle of folders: apps/chat/src/rooms → apps/chat/src/messages → apps/chat/src/rooms',
        '    apps/chat/src/rooms/room.ts imports apps/chat/src/messages/message.ts',
      ].join('\n'),
    ]);
  });

  it('between a folder and one inside it is found', async () => {
    plant('apps/chat/src/call/call.ts', `export * from './mesh/link';`);
    plant('apps/chat/src/call/mesh/link.ts', `export * from '../peer';`);
    plant('apps/chat/src/call/peer.ts', '');

    expect(await breaches()).toEqual([expect.stringContaining('A cycle of folders')]);
  });

  it('is not reported when the root of a project combines folders that use a file beside it', async () => {
    plant('apps/chat/src/main.ts', `export * from './rooms/room';`);
    plant('apps/chat/src/rooms/room.ts', `export * from '../environment';`);
    plant('apps/chat/src/environment.ts', '');

    expect(await breaches()).toEqual([]);
  });

  it('is not reported when only a spec imports in the other direction', async () => {
    plant('apps/chat/src/rooms/room.ts', `export * from '../messages/message';`);
    plant('apps/chat/src/messages/message.ts', '');
    plant('apps/chat/src/messages/message.spec.ts', `import '../rooms/room';`);

    expect(await breaches()).toEqual([]);
  });

  it('cannot hide behind an import that leads nowhere', async () => {
    plant('apps/chat/src/rooms/a.ts', `export * from './gone';`);

    await expect(breaches()).rejects.toThrow('apps/chat/src/rooms/a.ts imports ./gone');
  });

  it.each([
    ['a spec', 'room.spec', 'room.spec.ts'],
    ['test support', 'testing/fake-room', 'testing/fake-room.ts'],
  ])('does not hide %s that the product imports', async (_what, specifier, file) => {
    plant(`apps/chat/src/rooms/${file}`, '');
    plant('apps/chat/src/rooms/room.ts', `export * from './${specifier}';`);

    expect(await breaches()).toEqual([`apps/chat/src/rooms/room.ts imports test code: apps/chat/src/rooms/${file}`]);
  });
});
