import { emoji, hasInk, limits, type ImportedMessage } from '@devchitchat/contracts';
import { besides, pollText, quoted } from './cards';
import type { ExportedBody, ExportedMessage } from './export';
import { plain, type Names } from './markup';
import { inPieces } from './pieces';

/** The parts of the export that a message refers to. */
export interface Surroundings extends Names {
  /** The author of a message of this channel. */
  readonly authorOf: (messageId: string) => string | undefined;
  /** Whether a message is among the pins that the room can hold. */
  readonly isPinned: (messageId: string) => boolean;
}

/** Most pieces that come together or not at all, so that a later version of the importer may split a message differently. */
const maxTogether = 50;

/** Converts an exported message: to several if it exceeds the maximum length, to none if it has nothing to show. */
export function messagesFor(exported: ExportedMessage, surroundings: Surroundings): readonly ImportedMessage[] {
  const { id, author, timestamp, timestampEdited, reference } = exported;
  const { known, noted } = reactionsIn(exported);
  const repliedTo = reference?.messageId ?? undefined;
  const repliedToAuthor = repliedTo === undefined ? undefined : surroundings.authorOf(repliedTo);
  const said = { authorId: author.id, saidAt: Date.parse(timestamp) };
  const edited = timestampEdited ? { editedAt: Date.parse(timestampEdited) } : {};
  const pieces = inPieces(textOf(exported, surroundings, noted)).filter(hasInk);
  const together = pieces.length <= maxTogether ? { continues: id } : {};
  return pieces.map((text, at) =>
    at > 0
      ? { ...said, ...edited, ...together, id: `${id}_${String(at + 1)}`, text, reactions: [], pinned: false }
      : {
          ...said,
          ...edited,
          id,
          text,
          ...(repliedTo !== undefined &&
            repliedToAuthor !== undefined && { replyTo: { id: repliedTo, authorId: repliedToAuthor } }),
          reactions: known,
          pinned: surroundings.isPinned(id),
        },
  );
}

interface Reactions {
  /** Reactions whose users are known. */
  readonly known: ImportedMessage['reactions'];
  /** The other reactions, and those that exceed the limits, as text. */
  readonly noted: readonly string[];
}

function reactionsIn({ reactions }: ExportedMessage): Reactions {
  const known: ImportedMessage['reactions'] = [];
  const noted: string[] = [];
  const emojis = new Set<string>();
  for (const { emoji: put, count, users } of reactions) {
    const unicode = put.id ? undefined : unicodeOf(put.name);
    const people = new Set(users.map(({ id }) => id));
    const fits = emojis.size < limits.emojisPerMessage && known.length + people.size <= limits.reactionsPerMessage;
    if (unicode !== undefined && !emojis.has(unicode) && people.size > 0 && fits) {
      emojis.add(unicode);
      for (const authorId of people) known.push({ authorId, emoji: unicode });
    } else noted.push(`${unicode ?? `:${put.name || 'emoji'}:`} ${String(Math.max(count, people.size))}`);
  }
  return { known, noted };
}

/** Characters that are only colourful with a variation selector after them: the ones of ❤️‍🔥 and #️⃣. */
const plainSigns = /(?!\p{Emoji_Presentation})\p{Emoji}(?![\ufe0f\p{Emoji_Modifier}])/gu;

/** The emoji in its recommended form: some are exported without the variation selectors that make them colourful. */
const unicodeOf = (name: string): string | undefined =>
  [name, name.replace(plainSigns, '$&\ufe0f')].find((candidate) => emoji.safeParse(candidate).success);

function textOf(exported: ExportedMessage, surroundings: Surroundings, notedReactions: readonly string[]): string {
  const { mentions, poll, reference, forwardedMessage, messageSnapshots } = exported;
  const inWords = (text: string) => plain(text, mentions, surroundings);
  const whole = (body: ExportedBody) => lines([inWords(body.content), ...besides(body, inWords)]);
  const forwarded = lines([forwardedMessage, ...messageSnapshots].flatMap((body) => (body ? [whole(body)] : [])));
  const isForward = forwarded !== '' || reference?.type === 'Forward';
  return lines([
    inWords(exported.content),
    isForward ? `Forwarded:\n${quoted(forwarded || 'a message that is not in the export')}` : '',
    ...besides(exported, inWords),
    poll ? pollText(poll, inWords) : '',
    notedReactions.length > 0 ? `*Reactions: ${notedReactions.join(', ')}*` : '',
  ]);
}

const lines = (parts: readonly string[]): string => parts.filter((part) => part.trim() !== '').join('\n');
