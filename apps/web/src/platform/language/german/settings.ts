import type { Catalogue } from '../catalogue/catalogue';

export const settings = {
  Appearance: 'Aussehen',
  Theme: 'Farben',
  Dark: 'Dunkel',
  Light: 'Hell',
  System: 'Wie das System',
  'Show who joined and left': 'Zeigen, wer beitritt und geht',
  'Quiet lines between the messages, on this device.': 'Leise Zeilen zwischen den Nachrichten, auf diesem Gerät.',
  'Optional. With one you can sign in anywhere; without, only with a code from this device.':
    'Optional. Mit einem kannst du dich überall anmelden; ohne nur mit einem Code von diesem Gerät.',
  Devices: 'Geräte',
  'Sign out': 'Abmelden',
  'This browser forgets your rooms and messages. Nothing is lost on the server.':
    'Dieser Browser vergisst deine Räume und Nachrichten. Auf dem Server geht nichts verloren.',
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
  'This device': 'Dieses Gerät',
  'Last seen {moment}': 'Zuletzt gesehen {moment}',
  'Sign out {device}': '{device} abmelden',
  'this device': 'dieses Gerät',
  'Works once. Expires {when}.': 'Er gilt einmal und läuft {when} ab.',
  'Create a new code': 'Neuen Code erzeugen',
  'Sign in another device': 'Weiteres Gerät anmelden',
  'Current password': 'Jetziges Passwort',
  'Leave it empty if you have none yet.': 'Lass es leer, wenn du noch keines hast.',
  'New password': 'Neues Passwort',
  'Save password': 'Passwort speichern',
  'Remove password': 'Passwort entfernen',
  'At least 10 characters. Your other devices are signed out.':
    'Mindestens 10 Zeichen. Deine anderen Geräte werden abgemeldet.',
  'Your password was removed.': 'Dein Passwort wurde entfernt.',
  'Your password was saved.': 'Dein Passwort wurde gespeichert.',
  'Your handle is @{handle}.': 'Dein Handle ist @{handle}.',
  Language: 'Sprache',
  'Browser default': 'Wie im Browser eingestellt',
  'The page reloads in that language. Drafts and unsent messages are kept.':
    'Die Seite öffnet sich darin neu. Was du geschrieben und nicht gesendet hast, bleibt erhalten.',
  'Delete account': 'Konto löschen',
  'Delete account…': 'Konto löschen …',
  'Permanently removes your name from this server and, if you like, all your messages.':
    'Dein Name verschwindet für immer von diesem Server, und wenn du willst auch alle deine Nachrichten.',
  'Delete your account?': 'Dein Konto löschen?',
  'You leave every room and are signed out everywhere. No one can restore the account.':
    'Du verlässt alle Räume und wirst überall abgemeldet. Niemand kann das Konto zurückholen.',
  'What to erase': 'Was gelöscht wird',
  'Only my name': 'Nur mein Name',
  'Your messages stay, from “Deleted user”.': 'Deine Nachrichten bleiben, von „Gelöschtes Konto“.',
  'My name and all my messages': 'Mein Name und alle meine Nachrichten',
  'The text of all your messages is erased, in every room and for everyone.':
    'Der Text aller deiner Nachrichten wird gelöscht, in jedem Raum und für alle.',
  'New admin': 'Neuer Admin',
  'Choose someone': 'Jemanden auswählen',
  'You’re the only admin. Make someone else an admin first.':
    'Nur du bist hier Admin. Mach zuerst jemand anderen zum Admin.',
  'Leave it empty if you have none.': 'Lass es leer, wenn du keines hast.',
  'Your handle': 'Dein Handle',
  'Type {handle} to confirm.': 'Tippe zur Bestätigung {handle} ein.',
  'Delete my account': 'Mein Konto löschen',
  'Your account is deleted': 'Dein Konto ist gelöscht',
  'It’s also gone from this browser. To come back, you need a new invite.':
    'Es ist auch aus diesem Browser verschwunden. Um zurückzukommen, brauchst du eine neue Einladung.',
  'You’re signed in as {name}': 'Du bist als {name} angemeldet',
  'This page is for people who deleted their account. Yours is here.':
    'Diese Seite ist für Leute, die ihr Konto gelöscht haben. Deines ist noch da.',
} satisfies Catalogue;
