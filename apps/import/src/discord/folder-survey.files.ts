import { limits } from '@devchitchat/contracts';
import { OperatorError } from '@devchitchat/service-kit';
import { counted } from '../reports/progress';
import { Progress } from '../reports/progress.terminal';
import { exportsAmong, surveyOf } from './exports.files';
import { filesIn, namesOf } from './folder.files';
import type { Plan } from './import.nats';
import { kindsOf, type Privately } from './room';

export interface Wishes {
  /** A folder, or one file. */
  readonly path: string;
  readonly privately: Privately;
  readonly owner: string | undefined;
}

/**
 * Reads and checks everything, before anything is imported.
 *
 * @throws {OperatorError}
 */
export async function planOf(wishes: Wishes, print: (line: string) => void): Promise<Plan> {
  const folder = await filesIn(wishes.path);
  const { files, others } = await exportsAmong(folder.files);
  const ignored = [...others, ...folder.others];
  if (files.length === 0) throw new OperatorError(`There is no export in ${wishes.path}, only ${namesOf(ignored)}.`);
  const progress = new Progress(
    'Reading',
    files.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  let read = 0;
  const survey = await surveyOf(files, (bytes) => progress.show((read += bytes))).finally(() => progress.end());
  const { channels } = survey;
  if (channels.length > limits.roomsPerPerson) {
    throw new OperatorError(
      `${counted(channels.length, 'channel')} are more rooms than one owner can have, ${counted(limits.roomsPerPerson, 'room')}. Import fewer at a time, with another --owner for each; nothing was imported.`,
    );
  }
  const kinds = kindsOf(
    channels.map(({ head }) => head),
    wishes.privately,
  );
  if (kinds.unknown.length > 0) {
    throw new OperatorError(`No channel or category is called ${kinds.unknown.join(', ')}; nothing was imported.`);
  }
  const said = channels.reduce((sum, { messages }) => sum + messages, 0);
  const repeated = channels.reduce((sum, channel) => sum + channel.repeated, 0);
  print(`${counted(channels.length, 'channel')} with ${counted(said, 'message')}, all of them readable.`);
  if (repeated > 0) print(`${counted(repeated, 'message')} came more than once; the latest export counts.`);
  if (ignored.length > 0) print(`Not exports, and ignored: ${namesOf(ignored)}.`);
  return { files, survey, kinds, owner: wishes.owner };
}
