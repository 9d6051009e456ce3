import type { Catalogue } from '../catalogue/catalogue';

export const connection = {
  Connection: 'Verbindung',
  'Not connected.': 'Nicht verbunden.',
  'Connecting…': 'Verbindung wird aufgebaut …',
  'Connected.': 'Verbunden.',
  'Reconnecting…': 'Die Verbindung wird wieder aufgebaut …',
  'You’re offline.': 'Du bist offline.',
  'Signed out.': 'Abgemeldet.',
  'Your messages are kept and sent later.': 'Deine Nachrichten bleiben erhalten und werden später gesendet.',
  '{count} unsent messages are kept and sent later.': {
    one: '{count} ungesendete Nachricht bleibt erhalten und wird später gesendet.',
    other: '{count} ungesendete Nachrichten bleiben erhalten und werden später gesendet.',
  },
  'There is no connection right now.': 'Im Moment gibt es keine Verbindung.',
  'The server didn’t answer in time.': 'Der Server hat nicht rechtzeitig geantwortet.',
  'The server can’t be reached right now. Try again in a moment.':
    'Der Server ist gerade nicht erreichbar. Versuche es gleich noch einmal.',
} satisfies Catalogue;
