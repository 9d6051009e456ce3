import {
  authCommands,
  importedAtOnce,
  messagingCommands,
  messagingReasons as reasons,
  type RoomKind,
} from '@devchitchat/contracts';
import { OperatorError } from '@devchitchat/service-kit';
import { count, counted } from '../reports/progress';
import { Progress } from '../reports/progress.terminal';
import type { Services } from '../services/services.nats';
import { Batch } from './batches';
import type { ExportFile } from './exports.files';
import { messagesFor, type Surroundings } from './message';
import { Messages } from './messages.files';
import { displayNameFor, handleFor } from './person';
import { roomNameFor, topicFor, type Kinds } from './room';
import type { Channel, Survey } from './survey';

const source = 'discord';

/** A surveyed folder, and what is wanted of it. */
export interface Plan {
  readonly files: readonly ExportFile[];
  readonly survey: Survey;
  readonly kinds: Kinds;
  /** The handle of the rooms' owner; by default the first admin. */
  readonly owner: string | undefined;
}

type Print = (line: string) => void;

/**
 * Imports what was surveyed: people first, then the channels one by one. A room takes its name and appears when it is
 * complete.
 *
 * @throws {OperatorError}; everything imported until then stays, and the next run continues after it
 */
export async function importAll(services: Services, plan: Plan, print: Print): Promise<void> {
  const { survey } = plan;
  const [first] = survey.channels;
  // Refused before anything is written if the owner is unknown.
  if (first) await beginRoom(services, first, plan);
  const handles = await importPeople(services, survey, print);
  await using messages = new Messages(plan.files);
  for (const channel of survey.channels) {
    const begun = await beginRoom(services, channel, plan);
    if (begun === 'deleted') print(deletedHere(channel));
    else await fillRoom(services, channel, { ...plan, messages, handles, kind: begun }, print);
  }
}

const deletedHere = ({ head }: Channel): string => `#${head.name}: was deleted here, and does not come back.`;

/** Returns the kind of the room: the wanted one, unless the room exists. */
async function beginRoom(services: Services, { head }: Channel, { kinds, owner }: Plan): Promise<RoomKind | 'deleted'> {
  const reply = await services.ask(messagingCommands.importRoom, {
    source,
    id: head.id,
    kind: kinds.of(head),
    name: roomNameFor(head),
    topic: topicFor(head),
    ...(owner !== undefined && { owner }),
  });
  if (reply.ok) return reply.value.kind;
  if (reply.error.reason === reasons.importRoomDeleted.name) return 'deleted';
  throw new OperatorError(`#${head.name}: ${reply.error.message}`);
}

async function importPeople(
  services: Services,
  { people }: Survey,
  print: Print,
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

interface Filling extends Plan {
  readonly messages: Messages;
  readonly handles: ReadonlyMap<string, string>;
  readonly kind: RoomKind;
}

async function fillRoom(services: Services, channel: Channel, filling: Filling, print: Print): Promise<void> {
  const { head } = channel;
  const { survey, handles, kinds, messages, kind } = filling;
  const { pins } = channel;
  const place = { source, id: head.id } as const;
  const doing = `#${head.name}`;
  const surroundings: Surroundings = {
    handleOf: (id) => handles.get(id),
    channelName: (id) => survey.named(id),
    authorOf: (id) => channel.authorOf(id),
    isPinned: (id) => pins.has(id),
  };
  const total = channel.messages;
  const progress = new Progress(doing, total);
  const batch = new Batch();
  let [done, added, empty, notPinned] = [0, 0, 0, channel.leftOutPins];
  const importBatch = async (parts: ReturnType<Batch['take']>) => {
    if (parts.length === 0) return;
    const imported = await services.must(messagingCommands.importMessages, { ...place, messages: [...parts] }, doing);
    added += imported.added;
    notPinned += imported.notPinned;
    progress.show(done);
  };

  for (const at of channel.positions()) {
    const parts = messagesFor(await messages.at(at), surroundings);
    if (parts.length === 0) empty += 1;
    for (const full of batch.add(parts)) await importBatch(full);
    done += 1;
  }
  await importBatch(batch.take());
  const { name } = await services.must(messagingCommands.importFinish, place, doing);
  progress.end();
  const { notices } = channel;
  const leftOut = [
    notices > 0 ? `${counted(notices, 'notice')} of Discord’s own` : '',
    empty > 0 ? `${counted(empty, 'message')} with nothing in them` : '',
    notPinned > 0 ? `${counted(notPinned, 'pin')} more than a room keeps` : '',
  ].filter(Boolean);
  const without = leftOut.length > 0 ? `; left out: ${leftOut.join(', ')}` : '';
  print(`${doing}: ${counted(total, 'message')}, ${count(added)} of them new${without}.`);
  const wanted = kinds.of(head);
  if (kind !== wanted) print(`  It is a ${kind} room here already, and stays ${kind}.`);
  else if (kind === 'private') print(`  Private: only its owner sees “${name}” and can invite others.`);
  else if (name !== head.name) print(`  Its name here is “${name}”.`);
}
