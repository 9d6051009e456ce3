import { drawingOf } from './drawing.mjs';

const imports = (...arrows) =>
  arrows.map((arrow) => {
    const [from, to] = arrow.split(' > ');
    return { from, to };
  });

describe('the drawing of a project', () => {
  it('shows the floors of the web app in their order, and marks an arrow that runs back', () => {
    const drawing = drawingOf(
      'apps/web',
      imports(
        'apps/web/src/main.ts > apps/web/src/shell/shell.ts',
        'apps/web/src/shell/shell.ts > apps/web/src/client/outbox/outbox.ts',
        'apps/web/src/shell/page.ts > apps/web/src/client/outbox/outbox.ts',
        'apps/web/src/client/outbox/outbox.ts > apps/web/src/shell/shell.ts',
      ),
    );

    expect(drawing.split('\n')).toEqual([
      'client',
      '  client/outbox',
      '    ▲ shell 1',
      '',
      'shell',
      '  shell',
      '    ← client/outbox 2',
      '',
      'root',
      '  main.ts',
      '    ← shell 1',
      '',
      'apps/web: 3 folders, 3 arrows, 1 running back',
    ]);
  });

  it('leaves out other projects, specs and test support', () => {
    const drawing = drawingOf(
      'apps/chat',
      imports(
        'apps/chat/src/rooms/room.ts > apps/chat/src/people/person.ts',
        'apps/chat/src/rooms/room.ts > libs/words/src/index.ts',
        'apps/chat/src/people/person.spec.ts > apps/chat/src/rooms/room.ts',
        'apps/chat/src/rooms/testing/room.ts > apps/chat/src/rooms/room.ts',
      ),
    );

    expect(drawing).toContain('apps/chat: 2 folders, 1 arrows, 0 running back');
  });
});
