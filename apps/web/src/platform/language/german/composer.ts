import type { Catalogue } from '../catalogue/catalogue';

export const composer = {
  Message: 'Nachricht',
  'Edited message': 'Bearbeitete Nachricht',
  'Message #{room}': 'Nachricht an #{room}',
  Send: 'Senden',
  'You can’t write here now': 'Du kannst gerade nicht schreiben',
  'Editing your message': 'Du bearbeitest deine Nachricht',
  'Replying to': 'Antwort an',
  'People to mention': 'Wen du erwähnen kannst',
  'Everyone in this room': 'Alle in diesem Raum',
  'Too long by {count} bytes. Shorten it, or send it in two parts.': {
    one: 'Um {count} Byte zu lang. Kürze sie oder schick sie in zwei Teilen.',
    other: 'Um {count} Bytes zu lang. Kürze sie oder schick sie in zwei Teilen.',
  },
  'Slow mode': 'Slowmode',
  'Slow mode: one message every {span}.': 'Slowmode: eine Nachricht alle {span}.',
  'Slow mode: members wait {span} between messages.': 'Slowmode: {span} Wartezeit für Mitglieder.',
  'Until your next message': 'Bis zu deiner nächsten Nachricht',
  'You can send your next message in {span}.': 'Deine nächste Nachricht kannst du in {span} senden.',
  'Only admins and moderators can notify everyone here. Your @everyone won’t.':
    'Nur Admins und Moderatoren können hier alle benachrichtigen. Dein @everyone tut es nicht.',
  Storage: 'Speicher',
  'This browser can’t store anything for this page. Unsent messages and drafts are lost when you close it.':
    'Dieser Browser kann für diese Seite nichts speichern. Was du nicht abgeschickt hast, ist weg, wenn du sie schließt.',
  'This wasn’t sent. Your text is still here; try again.':
    'Das wurde nicht gesendet. Dein Text ist noch da; versuch es noch einmal.',
  'Something went wrong, and nothing was changed. Try again.':
    'Etwas ist schiefgegangen, und nichts wurde geändert. Versuch es noch einmal.',
  'Only the owner and moderators can notify everyone here. Your @everyone won’t.':
    'Nur Eigner und Moderatoren können hier alle benachrichtigen. Dein @everyone tut es nicht.',
  '{count} bytes left': { one: 'Noch {count} Byte', other: 'Noch {count} Bytes' },
} satisfies Catalogue;
