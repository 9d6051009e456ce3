import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FileId, FileKind } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { withRoomSnapshot } from '../../client/rooms/held-room';
import { ada, bob, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { FilesPanel } from './files-panel';

const { render, screen, settled, user } = page();

const log = new RoomLog().joined(bob.userId).said(ada.userId, 'Look');
const held = withRoomSnapshot(undefined, log.latest);
const { roomId } = held.room;

const file = (letter: string, kind: FileKind, name: string, seq = 1) => ({
  file: { fileId: `f_${letter.repeat(16)}` as FileId, kind, name, type: 'x/y', bytes: 1_234 },
  seq,
  userId: ada.userId,
  ts: 1_790_000_000_000,
});

describe('the files of a room', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection();
  });
  const opened = () =>
    render(FilesPanel, {
      inputs: { held },
      providers: [
        connection.provider,
        signedInAs(bob),
        peopleHere(ada, bob),
        provideRouter([{ path: '**', children: [] }]),
      ],
    });

  it('shows pictures with a link to their message, and older ones on request', async () => {
    connection.accepts('file.list', { files: [file('a', 'picture', 'cat.png', 7)], next: '7.0' });
    const { emitted } = await opened();
    expect(screen.getByRole('img', { name: 'cat.png' }).getAttribute('src')).toContain('/small');
    const link = screen.getByRole('link', { name: 'Go to the message with cat.png' });
    expect([link.getAttribute('href'), link.textContent]).toEqual([
      expect.stringMatching(/\?at=7$/),
      expect.stringMatching(/^Ada, /),
    ]);
    await user.click(link);
    expect(emitted.chosen).toEqual([7]);

    connection.accepts('file.list', { files: [file('b', 'video', 'dog.mp4', 3)], next: null });
    await user.click(screen.getByRole('button', { name: 'Show older' }));
    expect(connection.asked.map(({ draft }) => draft)).toEqual([
      { roomId, kinds: ['picture', 'video'] },
      { roomId, kinds: ['picture', 'video'], after: '7.0' },
    ]);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  });

  it('shows the other files with their names and sizes', async () => {
    connection.accepts('file.list', { files: [], next: null });
    await opened();
    expect(screen.getByRole('status').textContent).toContain('No files here yet.');
    connection.accepts('file.list', { files: [file('c', 'other', 'notes.txt')], next: null });
    await user.click(screen.getByRole('button', { name: 'Other files' }));
    expect(screen.getByRole('listitem').textContent).toMatch(/notes\.txt.*1\.2 KB/);
  });

  it('opens a picture in full size', async () => {
    connection.accepts('file.list', {
      files: [file('a', 'picture', 'cat.png'), file('b', 'picture', 'dog.png')],
      next: null,
    });
    await opened();
    await user.click(screen.getByRole('button', { name: 'dog.png' }));
    const viewer = screen.getByRole('dialog', { name: 'Image viewer' });
    expect(viewer.textContent).toContain('2 of 2');
    await user.keyboard('{ArrowLeft}');
    await settled();
    expect(viewer.textContent).toContain('1 of 2');
    expect(screen.getByRole('link', { name: 'Download cat.png' })).toBeTruthy();
  });
});
