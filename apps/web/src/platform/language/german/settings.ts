import type { Catalogue } from '../catalogue/catalogue';

export const settings = {
  Look: 'Aussehen',
  Theme: 'Farben',
  dark: 'dunkel',
  light: 'hell',
  system: 'wie das System',
  'Optional. With one you can sign in anywhere; without, only with a code from this device.':
    'Optional. Mit einem kannst du dich überall anmelden; ohne nur mit einem Code von diesem Gerät.',
  Devices: 'Geräte',
  'Sign out': 'Abmelden',
  'This browser forgets your rooms and what was said in them. Nothing is lost on the server.':
    'Dieser Browser vergisst deine Räume und was darin gesagt wurde. Auf dem Server geht nichts verloren.',
  'Sign out of this browser?': 'In diesem Browser abmelden?',
  'To come back you need your password, or a code from another device where you are signed in.':
    'Um zurückzukommen, brauchst du dein Passwort oder einen Code von einem anderen Gerät, auf dem du angemeldet bist.',
  '{count} messages are not sent yet, and would be lost.': {
    one: '{count} Nachricht ist noch nicht gesendet und ginge verloren.',
    other: '{count} Nachrichten sind noch nicht gesendet und gingen verloren.',
  },
  'Loading your devices…': 'Deine Geräte werden geladen …',
  'On the other device, open this link, or type the code on its sign-in page.':
    'Öffne auf dem anderen Gerät diesen Link oder gib den Code auf seiner Anmeldeseite ein.',
  'Link for the other device': 'Link für das andere Gerät',
  'This one': 'Dieses',
  'Last seen {moment}': 'Zuletzt gesehen {moment}',
  'Sign out {device}': '{device} abmelden',
  'this device': 'dieses Gerät',
  'Good for one use. It ends {when}.': 'Er gilt einmal und endet {when}.',
  'Make a new code': 'Neuen Code erzeugen',
  'Sign in another device': 'Weiteres Gerät anmelden',
  'Current password': 'Jetziges Passwort',
  'Leave it empty if you have none yet.': 'Lass es leer, wenn du noch keines hast.',
  'New password': 'Neues Passwort',
  'Save password': 'Passwort speichern',
  'Remove password': 'Passwort entfernen',
  'At least 10 characters. Your other devices are signed out.':
    'Mindestens 10 Zeichen. Deine anderen Geräte werden abgemeldet.',
  'Your password is removed.': 'Dein Passwort ist entfernt.',
  'Your password is set.': 'Dein Passwort ist gesetzt.',
  'Your handle is @{handle}.': 'Dein Handle ist @{handle}.',
  Language: 'Sprache',
  'As the browser is set': 'Wie im Browser eingestellt',
  'The page reloads in that language. Drafts and unsent messages are kept.':
    'Die Seite öffnet sich darin neu. Was du geschrieben und nicht gesendet hast, bleibt erhalten.',
  'Delete account': 'Konto löschen',
  'Delete account…': 'Konto löschen …',
  'Permanently removes your name from this server and, if you like, everything you said.':
    'Dein Name verschwindet für immer von diesem Server, und wenn du willst auch alles, was du gesagt hast.',
  'Delete your account?': 'Dein Konto löschen?',
  'You leave every room and are signed out everywhere. Nobody can bring the account back.':
    'Du verlässt alle Räume und wirst überall abgemeldet. Niemand kann das Konto zurückholen.',
  'What is erased': 'Was gelöscht wird',
  'Only my name': 'Nur mein Name',
  'What you said stays, by “Deleted user”.': 'Was du gesagt hast, bleibt, von „Gelöschtes Konto“.',
  'My name and everything I said': 'Mein Name und alles, was ich gesagt habe',
  'Every message of yours loses its words, in every room and for everybody.':
    'Jede deiner Nachrichten verliert ihre Worte, in jedem Raum und für alle.',
  'New admin': 'Admin nach dir',
  'Choose somebody': 'Jemanden auswählen',
  'You are the only admin. Somebody has to follow you.': 'Nur du bist hier Admin. Jemand muss es nach dir sein.',
  'Leave it empty if you have none.': 'Lass es leer, wenn du keines hast.',
  'Your handle': 'Dein Handle',
  'Type {handle} to show that you mean it.': 'Tippe {handle} ein, um zu zeigen, dass es dir ernst ist.',
  'Delete my account': 'Mein Konto löschen',
  'Your account is deleted': 'Dein Konto ist gelöscht',
  'This browser has forgotten everything of it, too. To come back you need a new invite.':
    'Auch dieser Browser hat alles davon vergessen. Um zurückzukommen, brauchst du eine neue Einladung.',
} satisfies Catalogue;
