import type { Mentionable } from '../../client/people/mention-completion';
import type { Text } from '../../platform/language/text';

/** A search operator or value, and the box's text after choosing it. */
export interface Suggestion {
  /** As the box shows it. */
  readonly written: string;
  readonly text: string;
  readonly means: Text | null;
  /** A name, which is not translated. */
  readonly name: string;
}

const maxOffered = 8;

/** The search operators. */
const operators: readonly (readonly [written: string, means: Text])[] = [
  ['from:', 'sent by someone, or by me'],
  ['in:', 'sent in a room'],
  ['before:', 'sent before a date, such as 2026-11-01'],
  ['after:', 'sent after a date'],
  ['on:', 'sent on a date'],
  ['mentions:', 'mentions someone, or me'],
  ['has:link', 'contains a link'],
  ['has:code', 'contains code'],
  ['has:image', 'contains a picture'],
  ['has:file', 'contains a file of any kind'],
  ['is:pinned', 'is pinned'],
  ['"…"', 'exactly these words in this order'],
];

/** The values of `has:`. */
const contents = ['link', 'code', 'image', 'video', 'audio', 'file'];

const begun = /(?:^|\s)(from|mentions|in|has|is):(?:"([^"]*)|([^\s"]*))$/i;

const begunDate = /(?:^|\s)(?:before|after|on):(?:\d{0,3}|\d{4}-\d?|\d{4}-\d\d-\d?)$/i;

/** The text ends in an operator whose value is still being typed: a search for it would find nothing. */
export function isUnfinished(text: string, offered: readonly Suggestion[]): boolean {
  const [whole, , quoted, bare = ''] = begun.exec(text) ?? [];
  if (whole === undefined) return begunDate.test(text);
  const value = (quoted ?? bare).toLowerCase().replace(/^[@#]/, '');
  const values = offered.map(({ written }) => written.slice(written.indexOf(':') + 1).replaceAll('"', ''));
  return value === '' || (values.length > 0 && !values.some((each) => each.toLowerCase() === value));
}

/** The values of the operator being typed, or all operators for an empty text. */
export function suggestionsFor(
  text: string,
  people: readonly Mentionable[],
  rooms: readonly string[],
): readonly Suggestion[] {
  if (text.trim() === '') {
    return operators.map(([written, means]) => ({
      written,
      text: written === '"…"' ? '"' : spaced(written),
      means,
      name: '',
    }));
  }
  const [whole, name = '', quoted, bare = ''] = begun.exec(text) ?? [];
  if (whole === undefined) return [];
  const operator = name.toLowerCase();
  const sought = (quoted ?? bare).toLowerCase().replace(/^[@#]/, '');
  const before = text.slice(0, text.length - (quoted === undefined ? bare.length : quoted.length + 1));
  const begins = (word: string): boolean => word.toLowerCase().startsWith(sought);
  const offered = (written: string, details: Partial<Suggestion> = {}): Suggestion => {
    const value = /\s/.test(written) ? `"${written}"` : written;
    return { written: `${operator}:${value}`, text: `${before}${value} `, means: null, name: '', ...details };
  };
  if (operator === 'in') {
    const named = rooms.filter((room) => room.toLowerCase().includes(sought));
    return named.slice(0, maxOffered).map((room) => offered(room));
  }
  if (operator === 'has') return contents.filter(begins).map((what) => offered(what));
  if (operator === 'is') return ['pinned'].filter(begins).map((what) => offered(what));
  const me = begins('me') ? [offered('me', { means: 'you' })] : [];
  const others = people
    .filter((person) => begins(person.handle) || person.name.split(/\s+/).some(begins))
    .map((person) => offered(person.handle, { name: person.name }));
  return [...me, ...others].slice(0, maxOffered);
}

/** Adds a space, so that the user can type the next term. */
const spaced = (written: string): string => (written.endsWith(':') ? written : `${written} `);
