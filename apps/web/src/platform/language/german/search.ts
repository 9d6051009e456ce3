import type { Catalogue } from '../catalogue/catalogue';

export const search = {
  Search: 'Suche',
  'Search results': 'Suchergebnisse',
  'Close search': 'Suche schließen',
  'Nothing like this in your rooms.': 'Nichts dergleichen in deinen Räumen.',
  'Nothing like this in this room.': 'Nichts dergleichen in diesem Raum.',
  'Best first': 'Bestes zuerst',
  'Newest first': 'Neues zuerst',
  'Order of the results': 'Reihenfolge der Ergebnisse',
  'Show more': 'Mehr zeigen',
  '{count} messages found': { one: '{count} Nachricht gefunden', other: '{count} Nachrichten gefunden' },
  'Only the newest messages were looked through. Say more, or go back in time with before:':
    'Nur die neuesten Nachrichten wurden durchsucht. Schreib mehr, oder geh mit before: zurück in der Zeit',
  'Nobody here is called “{name}”.': 'Niemand heißt hier „{name}“.',
  'You are in no room called “{room}”.': 'Du bist in keinem Raum, der „{room}“ heißt.',
  'has: knows “link” and “code”.': 'has: kennt „link“ und „code“.',
  'is: knows “pinned”.': 'is: kennt „pinned“.',
  '“{date}” is no date. Write 2026-11-01, 2026-11 or 2026.':
    '„{date}“ ist kein Datum. Schreib 2026-11-01, 2026-11 oder 2026.',
  'Ways to search': 'Wonach sich suchen lässt',
  'Words are found whole, by their beginning and in the middle of others.':
    'Wörter werden ganz gefunden, an ihrem Anfang und mitten in anderen.',
  'said by somebody, or by me': 'von jemandem, oder von dir: me',
  'said in a room': 'in einem Raum',
  'said before a date, such as 2026-11-01': 'vor einem Datum, etwa 2026-11-01',
  'said after it': 'danach',
  'said on it': 'genau dann',
  'mentions somebody, or me': 'erwähnt jemanden, oder dich: me',
  'has a link in it': 'mit einem Link',
  'has code in it': 'mit Code',
  'is pinned': 'ist angeheftet',
  'these words, one after the other': 'diese Wörter, genau hintereinander',
  'you yourself': 'du selbst',
  'Searching…': 'Wird gesucht …',
  'Only in {room}': 'Nur in {room}',
} satisfies Catalogue;
