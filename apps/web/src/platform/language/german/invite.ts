import type { Catalogue } from '../catalogue/catalogue';

export const invite = {
  'Invite link': 'Einladungslink',
  'Works for': 'Gilt für',
  'Number of uses': 'Wie oft er gilt',
  'From 1 to 100.': 'Von 1 bis 100.',
  'Who it’s for. People who open the link don’t see it.': 'Für wen er ist. Wer den Link öffnet, sieht das nicht.',
  'Create link': 'Link anlegen',
  'Create another link': 'Noch einen Link anlegen',
  'expires {when}': 'läuft {when} ab',
  '{uses} of {most} used': '{uses} von {most} benutzt',
  revoked: 'widerrufen',
  'used up': 'aufgebraucht',
  expired: 'abgelaufen',
  'I have an account': 'Ich habe ein Konto',
  'You’re the first one here, so you’re the admin. What should people call you?':
    'Du bist als Erstes hier und Admin. Wie möchtest du heißen?',
  'invited you. What should people call you?': 'lädt dich ein. Wie möchtest du heißen?',
  'You’re invited. What should people call you?': 'Du bist eingeladen. Wie möchtest du heißen?',
  'Letters from a to z, digits, - and _. People use it to mention you.':
    'Buchstaben von a bis z, Ziffern, - und _. So erwähnen dich andere.',
  'Shown above your messages. You can change it later.':
    'Er steht über dem, was du sagst. Du kannst ihn später ändern.',
  'Checking your invite…': 'Deine Einladung wird geprüft …',
  'This link no longer works': 'Dieser Link funktioniert nicht mehr',
  'The invite can’t be checked': 'Die Einladung lässt sich nicht prüfen',
  'This is your server': 'Das ist dein Server',
  Welcome: 'Willkommen',
  'You’re signed in here as {name}. Joining creates another account.':
    'Du bist hier als {name} angemeldet. Wenn du beitrittst, entsteht ein weiteres Konto.',
  'The invite expires {when}. Been here before?': 'Die Einladung endet {when}. Schon einmal hier gewesen?',
  Join: 'Beitreten',
  'Invite people': 'Leute einladen',
  'Anyone with the link can pick a name and join.': 'Wer den Link öffnet, wählt einen Namen und ist dabei.',
  'Opening the room…': 'Der Raum wird geöffnet …',
  '1 hour': '1 Stunde',
  '1 day': '1 Tag',
  '7 days': '7 Tage',
  '30 days': '30 Tage',
  '10 minutes': '10 Minuten',
  'Choose a handle.': 'Wähle ein Handle.',
  'Choose a display name.': 'Wähle einen Anzeigenamen.',
  'Copy the whole link and open it again, or ask for a new one.':
    'Kopiere den ganzen Link und öffne ihn noch einmal, oder bitte um einen neuen.',
  'Part of this link is missing': 'Von diesem Link fehlt ein Teil',
  'It was probably cut off when someone copied or sent it.':
    'Wahrscheinlich wurde er beim Kopieren oder Verschicken abgeschnitten.',
  'A group': 'Eine Gruppe',
  'One person': 'Eine Person',
  'It’s shown only now. {count} people can join with it.': {
    one: 'Er wird nur jetzt gezeigt. {count} Person kann damit beitreten.',
    other: 'Er wird nur jetzt gezeigt. {count} Personen können damit beitreten.',
  },
  'Also for people without an account on this server': 'Auch für Leute ohne Konto auf diesem Server',
  'Anyone who opens the link can join this room. People without an account create one on the way.':
    'Wer den Link öffnet, kann diesem Raum beitreten. Leute ohne Konto legen dabei eines an.',
  'For one person': 'Für eine Person',
  'For up to {count} people': { one: 'Für bis zu {count} Person', other: 'Für bis zu {count} Personen' },
  'made {when}': 'angelegt {when}',
  'made by {name} {when}': 'angelegt von {name} {when}',
  '{name} invites you to this room.': '{name} lädt dich in diesen Raum ein.',
  'You’re invited to this room.': 'Du bist in diesen Raum eingeladen.',
  '{count} people are in it.': { one: '{count} Person ist darin.', other: '{count} Personen sind darin.' },
  'Been here before?': 'Schon einmal hier gewesen?',
  'To join it, you need an account on this server.': 'Um beizutreten, brauchst du ein Konto auf diesem Server.',
  'No account yet? Ask {name} for an invite to the server. Once you’ve joined with it, this room opens.':
    'Noch kein Konto? Bitte {name} um eine Einladung auf den Server. Wenn du mit ihr beigetreten bist, öffnet sich dieser Raum.',
  'No account yet? Ask for an invite to the server. Once you’ve joined with it, this room opens.':
    'Noch kein Konto? Bitte um eine Einladung auf den Server. Wenn du mit ihr beigetreten bist, öffnet sich dieser Raum.',
} satisfies Catalogue;
