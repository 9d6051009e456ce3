import type { Catalogue } from '../catalogue/catalogue';

export const session = {
  'Sign in': 'Anmelden',
  'Sign in on this device': 'Auf diesem Gerät anmelden',
  'Open devchitchat': 'devchitchat öffnen',
  'With the code from your other device.': 'Mit dem Code von deinem anderen Gerät.',
  'Sign in another way': 'Anders anmelden',
  'Welcome back': 'Willkommen zurück',
  'Sign in to pick up where you left off.': 'Melde dich an und mach weiter, wo du warst.',
  'Sign in with a password': 'Mit Passwort anmelden',
  or: 'oder',
  'Sign in with a code': 'Mit Code anmelden',
  Code: 'Code',
  'Shown on a device where you are signed in: Settings, Sign in another device.':
    'Er steht auf einem Gerät, auf dem du angemeldet bist: Einstellungen, Weiteres Gerät anmelden.',
  'Use the code': 'Code benutzen',
  'No password and no other device? Ask an admin for a recovery link.':
    'Kein Passwort und kein anderes Gerät? Bitte einen Admin um einen Wiederherstellungslink.',
  'You run this server?': 'Du betreibst diesen Server?',
  'Get a recovery link from its terminal, with your handle at the end:':
    'Hol dir in seinem Terminal einen Wiederherstellungslink, mit deinem Handle am Ende:',
  'In containers:': 'In Containern:',
  'New here? Ask someone on this server for an invite link.':
    'Neu hier? Bitte jemanden, der schon dabei ist, um einen Einladungslink.',
  'Welcome back, {name}': 'Willkommen zurück, {name}',
  'This link signs you in on this device, once.': 'Dieser Link meldet dich auf diesem Gerät an, einmal.',
  'Optional, at least 10 characters. A new one signs out your other devices.':
    'Optional, mindestens 10 Zeichen. Mit einem neuen werden deine anderen Geräte abgemeldet.',
  'The link can’t be checked': 'Der Link lässt sich nicht prüfen',
  'Checking your link…': 'Dein Link wird geprüft …',
  'Your session on this device has ended.': 'Deine Sitzung auf diesem Gerät ist beendet.',
  'An admin has disabled your account.': 'Ein Admin hat dein Konto deaktiviert.',
  'You’re already signed in here as {name}.': 'Du bist hier schon angemeldet, als {name}.',
  '{browser} on {system}': '{browser} auf {system}',
  'A browser': 'Ein Browser',
  'a device': 'einem Gerät',
  'Copy the whole link and open it again, or ask an admin for a new one.':
    'Kopiere den ganzen Link und öffne ihn noch einmal, oder bitte einen Admin um einen neuen.',
  'Open the whole link, or type the code from your other device on the sign-in page.':
    'Öffne den ganzen Link, oder gib den Code von deinem anderen Gerät auf der Anmeldeseite ein.',
} satisfies Catalogue;
