import type { Catalogue } from '../catalogue/catalogue';

export const bots = {
  'A bot is a program with a name. It hears and says only what happens in the rooms it is in; “Add person” in a room’s menu puts it there.':
    'Ein Bot ist ein Programm mit einem Namen. Er hört und sagt nur etwas in den Räumen, in denen er ist; „Person hinzufügen“ im Menü eines Raums bringt ihn hinein.',
  'New bot': 'Neuer Bot',
  'No bots yet.': 'Noch keine Bots.',
  'Loading the bots…': 'Die Bots werden geladen …',
  'Its credentials': 'Seine Zugangsdaten',
  'Download credentials': 'Zugangsdaten herunterladen',
  '{name} is here. It signs in with this file, which is shown only now: whoever holds it speaks as the bot.':
    '{name} ist da. Mit dieser Datei meldet er sich an, und es gibt sie nur jetzt: Wer sie hat, spricht als der Bot.',
  'It is shut out at once and for good, leaves its rooms, and its name stays taken. What it said stays too.':
    'Er wird sofort und für immer ausgesperrt und verlässt seine Räume; sein Name bleibt vergeben. Was er gesagt hat, bleibt auch.',
  'Revoke {name}': '{name} widerrufen',
  'Revoke {name}?': '{name} widerrufen?',
  'revoked {moment}': 'widerrufen {moment}',
  'made by {name}': 'angelegt von {name}',
  'made at the server': 'am Server angelegt',
} satisfies Catalogue;
