import type { Catalogue } from '../catalogue/catalogue';

export const notifications = {
  '{name} in {room}': '{name} in {room}',
  Notifications: 'Benachrichtigungen',
  'Notifications of {room}': 'Benachrichtigungen aus {room}',
  'All messages': 'Alle Nachrichten',
  'Only when I am mentioned': 'Nur wenn ich erwähnt werde',
  Nothing: 'Nichts',
  'Notifications are off in this browser.': 'In diesem Browser sind Benachrichtigungen aus.',
  'Turn them on in the settings': 'In den Einstellungen einschalten',
  'While you look at something else, this device can show a notification when you are mentioned or written to. The browser asks you once whether it may. What is shown, and in which rooms, you choose in each room’s menu.':
    'Während du etwas anderes ansiehst, kann dieses Gerät dir zeigen, wenn du erwähnt oder angeschrieben wirst. Der Browser fragt dich einmal, ob er das darf. Was gezeigt wird, wählst du im Menü jedes Raums.',
  'This browser shows no notifications here. They need a secure connection (HTTPS).':
    'Dieser Browser zeigt hier keine Benachrichtigungen. Dafür braucht es eine sichere Verbindung (HTTPS).',
  'The browser does not allow it. You can change that in its settings for this page.':
    'Der Browser erlaubt es nicht. Ändern kannst du das in seinen Einstellungen für diese Seite.',
  'Turn on notifications': 'Benachrichtigungen einschalten',
  'Turn off notifications': 'Benachrichtigungen ausschalten',
  'Do not disturb': 'Nicht stören',
  'For an hour': 'Für eine Stunde',
  'Until the morning': 'Bis morgen früh',
  'Until I switch it off': 'Bis ich es ausschalte',
  'Notify me again': 'Wieder benachrichtigen',
  'You are notified as you chose in each room.': 'Du wirst benachrichtigt, wie du es in jedem Raum gewählt hast.',
  'Nothing disturbs you until {moment}.': 'Bis {moment} stört dich nichts.',
  'Nothing disturbs you until you switch it off.': 'Nichts stört dich, bis du es ausschaltest.',
} satisfies Catalogue;
