import type { Catalogue } from '../catalogue/catalogue';

export const notifications = {
  '{name} in {room}': '{name} in {room}',
  Notifications: 'Benachrichtigungen',
  'Notifications of {room}': 'Benachrichtigungen aus {room}',
  'All messages': 'Alle Nachrichten',
  'Only when I’m mentioned': 'Nur wenn ich erwähnt werde',
  Nothing: 'Nichts',
  'Notifications are off in this browser.': 'In diesem Browser sind Benachrichtigungen aus.',
  'Turn them on in the settings': 'In den Einstellungen einschalten',
  'This device can notify you about mentions and direct messages while you’re looking at something else. Your browser asks you once for permission. Choose what you’re notified about in each room’s menu.':
    'Dieses Gerät kann dich über Erwähnungen und Direktnachrichten benachrichtigen, während du etwas anderes ansiehst. Dein Browser fragt dich einmal um Erlaubnis. Worüber du benachrichtigt wirst, wählst du im Menü jedes Raums.',
  'Your browser only allows notifications on HTTPS.': 'Dein Browser erlaubt Benachrichtigungen nur über HTTPS.',
  'Your browser blocks notifications. You can allow them in its settings for this page.':
    'Dein Browser blockiert Benachrichtigungen. Erlauben kannst du sie in seinen Einstellungen für diese Seite.',
  'Turn on notifications': 'Benachrichtigungen einschalten',
  'Turn off notifications': 'Benachrichtigungen ausschalten',
  'Send me a test': 'Zur Probe eine senden',
  Test: 'Probe',
  'This is how you’ll be notified.': 'So wirst du benachrichtigt.',
  'Sent. If you see nothing, your system hides notifications of this browser.':
    'Gesendet. Wenn du nichts siehst, blendet dein System die Benachrichtigungen dieses Browsers aus.',
  'Your browser doesn’t show notifications of this page.': 'Dein Browser zeigt keine Benachrichtigungen dieser Seite.',
  'Do not disturb': 'Nicht stören',
  'For an hour': 'Für eine Stunde',
  'Until the morning': 'Bis morgen früh',
  'Until I turn it off': 'Bis ich es ausschalte',
  'Notify me again': 'Wieder benachrichtigen',
  'You’re notified as you chose in each room.': 'Du wirst benachrichtigt, wie du es in jedem Raum gewählt hast.',
  'Notifications are paused until {moment}.': 'Benachrichtigungen pausieren bis {moment}.',
  'Notifications are paused until you turn them back on.':
    'Benachrichtigungen pausieren, bis du sie wieder einschaltest.',
} satisfies Catalogue;
