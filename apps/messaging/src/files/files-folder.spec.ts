import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { messagingCommands as messaging, type ClientFileId, type ClientMsgId } from '@devchitchat/contracts';
import { isStartRefusal } from '@devchitchat/service-kit';
import { startMessaging } from '../testing/running-messaging';
import { notes } from '../testing/uploads';

describe('messaging', () => {
  it('refuses to start without the folder of its files, and goes on with it or with an empty one', async () => {
    await using running = await startMessaging();
    const folder = join(dirname(running.file), 'files');
    const ada = await running.newcomer('ada');
    const { roomId } = (await running.told(ada, messaging.roomCreate, { name: 'kitchen', kind: 'public' })).room;
    const upload = { roomId, clientFileId: 'file-0001' as ClientFileId, name: 'notes.txt', size: 4 };
    const { fileId } = await running.told(ada, messaging.fileBegin, upload);
    await running.told(ada, messaging.fileReceived, { fileId, facts: notes });
    const message = { roomId, clientMsgId: 'c-000001' as ClientMsgId, text: '', files: [{ fileId }] };
    await running.told(ada, messaging.msgSend, message);
    await running.stop();

    renameSync(folder, `${folder}-elsewhere`);
    const refusal: unknown = await running.start().catch((error: unknown) => error);
    expect(isStartRefusal(refusal)).toBe(true);
    expect((refusal as Error).message).toBe(
      `${folder} is missing, but messages have files in it. Nothing was changed. Bring it back from a backup ` +
        '(docs/operating.md) or mount its disk; or make the empty folder to go on without these files.',
    );
    renameSync(`${folder}-elsewhere`, folder);
    await running.start();
    expect(await running.ask(ada, messaging.fileRead, { fileId, form: 'original' })).toMatchObject({ ok: true });
    await running.stop();

    renameSync(folder, `${folder}-elsewhere`);
    mkdirSync(folder);
    await running.start();
    expect(await running.told(ada, messaging.msgList, { roomId })).toMatchObject({
      messages: [{ files: [{ fileId }] }],
    });
  });
});
