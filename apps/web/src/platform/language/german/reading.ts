import type { Catalogue } from '../catalogue/catalogue';

export const reading = {
  '{count} unread': '{count} ungelesen',
  '{count} more unread': 'Noch {count} ungelesen',
  '{count} mention you': { one: '{count} erwähnt dich', other: '{count} erwähnen dich' },
  '{count} messages from {people}': {
    one: '{count} Nachricht von {people}',
    other: '{count} Nachrichten von {people}',
  },
  'While you were away: {what}': 'Während du weg warst: {what}',
  Draft: 'Entwurf',
  'What’s new': 'Was neu ist',
  'Jump to first unread': 'Zur ersten ungelesenen',
  'Mark as unread': 'Als ungelesen markieren',
  'Mark as read': 'Als gelesen markieren',
  'Seen by': 'Gesehen von',
  'Seen by {names}': 'Gesehen von {names}',
  'Seen by {count} people': 'Gesehen von {count} Leuten',
} satisfies Catalogue;
