import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { messagingReasons, refused } from '@devchitchat/contracts';
import { AttachedFiles } from '../../client/files/attached-files';
import { bob, garden, signedInAs } from '../../client/testing/people';
import { ScriptedFiles } from '../../client/testing/scripted-files';
import { page } from '../../platform/testing/page';
import { Attachments } from './attachments';

const { render, screen, settled, user } = page();

@Component({ imports: [Attachments], template: '<dcc-attachments [roomId]="roomId" (sends)="sends = sends + 1" />' })
class Host {
  readonly roomId = garden.roomId;
  sends = 0;
}

const text = (name: string, content = 'hello') => new File([content], name, { type: 'text/plain' });
const picture = new File(['png'], 'cat.png', { type: 'image/png' });

describe('the attachments of a message', () => {
  let files: ScriptedFiles;
  beforeEach(() => {
    files = new ScriptedFiles();
  });
  const opened = async () => {
    const { fixture } = await render(Host, { providers: [signedInAs(bob), ...files.providers] });
    const attached = TestBed.inject(AttachedFiles);
    const list = () => attached.forMessage(garden.roomId);
    const attach = async (...chosen: File[]) => {
      attached.attach(garden.roomId, chosen);
      for (let turn = 0; turn < 4; turn++) await settled();
    };
    return { host: fixture.componentInstance, attached, list, attach };
  };

  it('are uploaded when they are attached, and show their names and sizes', async () => {
    const { attach } = await opened();
    await attach(text('notes.txt'));
    const row = screen.getByRole('region', { name: 'Attachments' }).querySelector('li');
    expect(row?.textContent).toMatch(/notes\.txt\s+5 B/);
    expect(files.sent).toEqual([{ offset: 0, text: 'hello' }]);
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('show the progress of an upload', async () => {
    files.answer = ({ onProgress }) => {
      onProgress(2);
      return new Promise(() => undefined);
    };
    const { attach } = await opened();
    await attach(text('notes.txt'));
    expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Uploading notes.txt' }).value).toBe(40);
  });

  it('say why an upload failed, and try again', async () => {
    files.answer = () => refused(messagingReasons.fileTooLarge, { megabytes: 100 });
    const { attach } = await opened();
    await attach(text('film.mp4'));
    expect(screen.getByRole('alert').textContent).toContain('100 MB');
    files.answer = new ScriptedFiles().answer;
    await user.click(screen.getByRole('button', { name: 'Try again film.mp4' }));
    for (let turn = 0; turn < 4; turn++) await settled();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('can be removed', async () => {
    const { attach, list } = await opened();
    await attach(text('a.txt'), text('b.txt'));
    await user.click(screen.getByRole('button', { name: 'Remove a.txt' }));
    expect(list().map(({ name }) => name)).toEqual(['b.txt']);
  });

  it('have a description if they are pictures; Enter in it sends the message', async () => {
    const { attach, list, host } = await opened();
    await attach(picture, text('a.txt'));
    await user.type(screen.getByRole('textbox', { name: 'Alternative text' }), ' A cat {Enter}');
    expect(list().map(({ alt }) => alt)).toEqual(['A cat', undefined]);
    expect(host.sends).toBe(1);
  });

  it('are at most as many as a message can have', async () => {
    const { attach, list } = await opened();
    await attach(...Array.from({ length: 12 }, (_, at) => text(`${String(at)}.txt`)));
    expect(list()).toHaveLength(10);
    expect(screen.getByRole('alert').textContent).toContain('up to 10 files');
  });

  it('leave out an empty file', async () => {
    const { attach, list } = await opened();
    await attach(text('empty.txt', ''));
    expect(list()).toEqual([]);
    expect(screen.getByRole('alert').textContent).toContain('empty.txt');
  });

  it('leave the composer with their message, and are kept on disk', async () => {
    const { attach, attached, list } = await opened();
    await attach(text('a.txt'));
    attached.sent(garden.roomId);
    await settled();
    expect(screen.queryByRole('region', { name: 'Attachments' })).toBeNull();
    expect([...files.kept.values()]).toMatchObject([{ userId: bob.userId }]);
    expect(list()).toEqual([]);
  });
});
