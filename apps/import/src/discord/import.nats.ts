import {
  authCommands,
  importedAtOnce,
  messagingCommands,
  roomName,
  topic,
  type RoomKind,
} from '@devchitchat/contracts';
import { count, counted } from '../reports/progress';
import { Progress } from '../reports/progress.terminal';
import { OperatorError } from '@devchitchat/service-kit';
import type { Services } from '../services/services.nats';
import { Batch } from './batches';
import { bytesOf, exportsIn, messagesIn, surveyOf } from './exports.files';
import { isSaid } from './export';
import { messagesFor, type Surroundings } from './message';
import { displayNameFor, handleFor } from './person';
import type { Channel, Survey } from './survey';

export interface Wishes {
  readonly folder: string;
  readonly kind: RoomKind;
  /** The handle of the rooms' owner; by default the first admin. */
  readonly owner: string | undefined;
}

const source = 'discord';

/**
 * Imports a folder of exports. First everything is read and checked, then rooms and people are created, then messages are
 * imported room by room.
 *
 * @throws {OperatorError}; everything imported until then stays, and the next run continues after it
 */
export async function importDiscord(services: Services, wishes: Wishes, print: (line: string) => void): Promise<void> {
  const survey = await readAll(wishes.folder);
  const said = [...survey.channels.values()].reduce((sum, { messages }) => sum + messages, 0);
  print(`${counted(survey.channels.size, 'channel')} with ${counted(said, 'message')}, all of them readable.`);
  for (const channel of survey.channels.values()) await beginRoom(services, channel, wishes);
  const handles = await importPeople(services, survey, print);
  for (const channel of survey.channels.values()) await fillRoom(services, channel, survey, handles, print);
}

async function readAll(folder: string): Promise<Survey> {
  const files = await exportsIn(folder);
  const progress = new Progress('Reading', await bytesOf(files));
  let read = 0;
  try {
    return await surveyOf(files, (bytes) => progress.show((read += bytes)));
  } finally {
    progress.end();
  }
}

async function beginRoom(services: Services, { head }: Channel, { kind, owner }: Wishes): Promise<void> {
  const room = { source, id: head.id, kind, topic: topicOf(head), ...(owner !== undefined && { owner }) } as const;
  const names = [nameOf(head), nameOf({ ...head, name: `${head.name.slice(0, 50)}-${source}` })];
  let refusal = '';
  for (const name of names) {
    const reply = await services.ask(messagingCommands.importRoom, { ...room, name });
    if (reply.ok) return;
    refusal = reply.error.message;
    if (reply.error.code !== 'conflict') break;
  }
  throw new OperatorError(`#${head.name}: ${refusal}`);
}

async function importPeople(
  services: Services,
  { people }: Survey,
  print: (line: string) => void,
): Promise<ReadonlyMap<string, string>> {
  const handles = new Map<string, string>();
  const everybody = [...people.values()];
  let added = 0;
  for (let at = 0; at < everybody.length; at += importedAtOnce) {
    const asked = everybody.slice(at, at + importedAtOnce).map((person) => ({
      id: person.id,
      handle: handleFor(person),
      displayName: displayNameFor(person),
      isBot: person.isBot,
    }));
    const imported = await services.must(authCommands.importPeople, { source, people: asked }, 'People');
    for (const { id, handle } of imported.people) handles.set(id, handle);
    added += imported.added;
  }
  print(`People: ${count(everybody.length)}, ${count(added)} of them new. They cannot sign in.`);
  return handles;
}

async function fillRoom(
  services: Services,
  channel: Channel,
  survey: Survey,
  handles: ReadonlyMap<string, string>,
  print: (line: string) => void,
): Promise<void> {
  const { head, files, pins, authors } = channel;
  const place = { source, id: head.id } as const;
  const doing = `#${head.name}`;
  const surroundings: Surroundings = {
    handleOf: (id) => handles.get(id),
    channelName: (id) => survey.channels.get(id)?.head.name,
    authorOf: (id) => authors.get(id),
    isPinned: (id) => pins.has(id),
  };
  const progress = new Progress(doing, channel.messages);
  const batch = new Batch();
  let [done, added, empty, notPinned] = [0, 0, 0, channel.leftOutPins];
  const importBatch = async (messages: ReturnType<Batch['take']>) => {
    if (messages.length === 0) return;
    const imported = await services.must(
      messagingCommands.importMessages,
      { ...place, messages: [...messages] },
      doing,
    );
    added += imported.added;
    notPinned += imported.notPinned;
    progress.show(done);
  };

  for await (const exported of messagesIn(files)) {
    if (!isSaid(exported)) continue;
    const messages = messagesFor(exported, surroundings);
    if (messages.length === 0) empty += 1;
    for (const message of messages) {
      const full = batch.add(message);
      if (full) await importBatch(full);
    }
    done += 1;
  }
  await importBatch(batch.take());
  await services.must(messagingCommands.importFinish, place, doing);
  progress.end();
  const leftOut = [
    channel.skipped > 0 ? `${counted(channel.skipped, 'notice')} of Discord’s own` : '',
    empty > 0 ? `${counted(empty, 'message')} with nothing in them` : '',
    notPinned > 0 ? `${counted(notPinned, 'pin')} more than a room keeps` : '',
  ].filter(Boolean);
  const without = leftOut.length > 0 ? `; left out: ${leftOut.join(', ')}` : '';
  print(`${doing}: ${counted(channel.messages, 'message')}, ${count(added)} of them new${without}.`);
}

/** The channel's name without line breaks, cut to the maximum length of room names. */
function nameOf({ id, name }: Pick<Channel['head'], 'id' | 'name'>): string {
  const parsed = roomName.safeParse(oneLine(name).slice(0, 64));
  return parsed.success ? parsed.data : `channel-${id.slice(-6)}`;
}

function topicOf({ topic: about }: Pick<Channel['head'], 'topic'>): string {
  const parsed = topic.safeParse(oneLine(about ?? '').slice(0, 256));
  return parsed.success ? parsed.data : '';
}

const oneLine = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
