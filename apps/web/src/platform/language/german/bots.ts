import type { Catalogue } from '../catalogue/catalogue';

export const bots = {
  'A bot is a program with its own account. It only reads and writes in rooms it’s in. To add it to a room, choose “Add person” in the room’s menu.':
    'Ein Bot ist ein Programm mit eigenem Konto. Er liest und schreibt nur in Räumen, in denen er ist. Um ihn hinzuzufügen, wähle „Person hinzufügen“ im Menü des Raums.',
  'New bot': 'Neuer Bot',
  'No bots yet.': 'Noch keine Bots.',
  'Loading the bots…': 'Die Bots werden geladen …',
  Credentials: 'Zugangsdaten',
  'Download credentials': 'Zugangsdaten herunterladen',
  '{name} is ready. It signs in with this file, which is shown only now. Anyone who has the file can act as the bot.':
    '{name} ist bereit. Er meldet sich mit dieser Datei an, die nur jetzt gezeigt wird. Wer sie hat, kann als der Bot handeln.',
  'The bot is disconnected permanently and removed from its rooms. Its handle stays reserved. Its messages stay.':
    'Der Bot wird dauerhaft getrennt und aus seinen Räumen entfernt. Sein Handle bleibt vergeben. Seine Nachrichten bleiben.',
  'Revoke {name}': '{name} widerrufen',
  'Revoke {name}?': '{name} widerrufen?',
  'revoked {moment}': 'widerrufen {moment}',
  'created by {name}': 'angelegt von {name}',
  'created on the server': 'am Server angelegt',
} satisfies Catalogue;
