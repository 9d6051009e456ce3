import type { RoomLine, RoomRole, UserId } from '@devchitchat/contracts';
import { listOf, t } from '../../platform/language/t';
import { lengthInWords, momentOf, spanInWords } from '../../platform/time/times';

/** A piece of a line: plain text, a person's name, the rest of many people, or a way to a message. */
export type LinePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'person'; readonly text: string; readonly userId: UserId }
  | { readonly kind: 'others'; readonly text: string }
  | { readonly kind: 'message'; readonly text: string; readonly seq: number };

/** People named before the rest is folded to a number. */
const namedAtFirst = 2;

/** A placeholder of a part within a translated sentence. Private characters: a name cannot contain them by accident. */
const [opening, closing] = ['\uE0F0', '\uE0F1'];
const placeholders = new RegExp(`${opening}(\\d+)${closing}`);

/**
 * The pieces of a line in the page's language, in their order.
 *
 * @param unfolded names all people that the line knows
 */
export function linePartsOf(
  line: RoomLine,
  nameOf: (userId: UserId) => string,
  unfolded: boolean,
): readonly LinePart[] {
  const parts: LinePart[] = [];
  const place = (part: LinePart): string => `${opening}${String(parts.push(part) - 1)}${closing}`;
  const person = (userId: UserId): string => place({ kind: 'person', text: nameOf(userId), userId });
  const said = (text: string): string => place({ kind: 'text', text });
  const people = ({ userIds, count }: { readonly userIds: readonly UserId[]; readonly count: number }): string => {
    const named = unfolded || count <= namedAtFirst + 1 ? userIds : userIds.slice(0, namedAtFirst);
    const others = count - named.length;
    const text = t('{count} others', { count: others });
    const canUnfold = !unfolded && userIds.length > named.length;
    const rest = others > 0 ? [place({ kind: canUnfold ? 'others' : 'text', text })] : [];
    return listOf([...named.map(person), ...rest]);
  };
  const sentence = sentenceOf(line, { person, people, said, place });
  return sentence
    .split(placeholders)
    .map((piece, at): LinePart => (at % 2 === 1 ? parts[Number(piece)] : undefined) ?? { kind: 'text', text: piece })
    .filter(({ text }) => text !== '');
}

interface Placing {
  readonly person: (userId: UserId) => string;
  readonly people: (several: { readonly userIds: readonly UserId[]; readonly count: number }) => string;
  readonly said: (text: string) => string;
  readonly place: (part: LinePart) => string;
}

function sentenceOf(line: RoomLine, { person, people, said, place }: Placing): string {
  const by = line.by === null ? t('The server') : person(line.by);
  const name = 'userId' in line ? person(line.userId) : '';
  switch (line.kind) {
    case 'joined':
      return t('{names} joined', { names: people(line), count: line.count });
    case 'left':
      return t('{names} left', { names: people(line), count: line.count });
    case 'added':
      return t('{by} added {name}', { by, name });
    case 'kicked':
      return t('{name} was removed by {by}', { by, name });
    case 'banned':
      return t('{name} was banned by {by}', { by, name });
    case 'muted':
      return t('{name} was muted by {by} until {until}', { by, name, until: momentOf(line.until) });
    case 'unmuted':
      return t('{name} was unmuted by {by}', { by, name });
    case 'role_changed':
      return t(roleTexts[line.role], { name });
    case 'updated':
      return updates(line, by, said).join(' · ');
    case 'slow_mode':
      if (line.seconds === 0) return t('{by} turned slow mode off', { by });
      return t('{by} set slow mode to {span}', { by, span: spanInWords(line.seconds) });
    case 'pinned':
      return t('{by} pinned {message}', {
        by,
        message: place({ kind: 'message', text: t('a message'), seq: line.seq }),
      });
    case 'called':
      return t('Call · {span} · {names}', { span: lengthInWords(line.seconds), names: people(line) });
  }
}

const roleTexts = {
  owner: '{name} is now the owner',
  mod: '{name} is now a moderator',
  member: '{name} is now a member',
} as const satisfies Record<RoomRole, string>;

function updates(
  { name, topic }: RoomLine & { readonly kind: 'updated' },
  by: string,
  said: (text: string) => string,
): readonly string[] {
  return [
    ...(name === undefined ? [] : [t('{by} renamed the room to {room}', { by, room: said(name) })]),
    ...(topic === '' ? [t('{by} removed the topic', { by })] : []),
    ...(topic ? [t('{by} changed the topic: {topic}', { by, topic: said(topic) })] : []),
  ];
}
