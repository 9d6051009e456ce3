/** What the server says, and what a schema says of a field. "{…}" stands for whatever stands there in the sentence. */
export const answers = {
  'Too fast: {burst} at once, then {count} a second. Try again in {wait}.':
    'Zu schnell: {burst} auf einmal, dann {count} pro Sekunde. Versuche es in {wait} noch einmal.',
  'Too fast: {burst} at once, then {count} a minute. Try again in {wait}.':
    'Zu schnell: {burst} auf einmal, dann {count} pro Minute. Versuche es in {wait} noch einmal.',
  '{count} commands wait for their answer already. Wait for some of them.':
    '{count} Kommandos warten schon auf ihre Antwort. Warte einige davon ab.',
  'Too many connections from your network. Try again soon.':
    'Zu viele Verbindungen aus deinem Netz. Versuche es bald noch einmal.',
  'This is open in {count} places already. Close one of them.':
    'Das ist schon an {count} Stellen offen. Schließ eine davon.',
  'You are not signed in, or your session is over.': 'Du bist nicht angemeldet, oder deine Sitzung ist vorbei.',
  'Sign in first.': 'Melde dich zuerst an.',
  'Nobody is signed in here.': 'Hier ist niemand angemeldet.',
  'This page is not of this server.': 'Diese Seite ist nicht von diesem Server.',
  'There is nothing here.': 'Hier ist nichts.',
  'A request holds {count} bytes at most.': 'Eine Anfrage fasst höchstens {count} Bytes.',
  'This is not a request with a JSON body.': 'Das ist keine Anfrage mit JSON.',
  'Send the input as JSON, with that content type.': 'Schick die Eingabe als JSON, mit diesem Content-Type.',
  'The input is not JSON.': 'Die Eingabe ist kein JSON.',
  'This bot is revoked, or was never made here.': 'Dieser Bot ist widerrufen oder wurde hier nie angelegt.',
  'There is no such command here.': 'Dieses Kommando gibt es hier nicht.',
  'There is no such command.': 'Dieses Kommando gibt es nicht.',
  'A command has one input.': 'Ein Kommando hat eine Eingabe.',
  'The request is not an envelope with trace, budget, actor and input.':
    'Die Anfrage ist kein Umschlag mit trace, budget, actor und input.',

  'This went wrong on the server, and is in its log.': 'Das ist auf dem Server schiefgegangen und steht in seinem Log.',
  'The server is starting. Try again in a moment.': 'Der Server startet gerade. Versuche es gleich noch einmal.',
  'The server is restarting. Try again in a moment.': 'Der Server startet neu. Versuche es gleich noch einmal.',
  'A part of the server is restarting. Try again in a moment.':
    'Ein Teil des Servers startet neu. Versuche es gleich noch einmal.',
  'The server took too long to answer. Try again.': 'Der Server hat zu lange gebraucht. Versuche es noch einmal.',
  'The answer is larger than the {count} bytes that the server sends at once. Ask for less at a time.':
    'Die Antwort ist größer als die {count} Bytes, die der Server auf einmal schickt. Frag nach weniger auf einmal.',
  'The input is larger than the server takes at once. Send less at a time.':
    'Die Eingabe ist größer, als der Server auf einmal annimmt. Schick weniger auf einmal.',
  'You are in {count} rooms, which is the most. Leave one of them first.':
    'Du bist in {count} Räumen, mehr geht nicht. Verlass zuerst einen davon.',
  'This person is in {count} rooms, which is the most.': 'Diese Person ist in {count} Räumen, mehr geht nicht.',
  'You have opened {count} direct conversations, which is the most.':
    'Du hast {count} Direktnachrichten begonnen, mehr geht nicht.',
  'This message has {count} reactions. It takes no more.':
    'Diese Nachricht hat {count} Reaktionen. Mehr nimmt sie nicht an.',
  'You have hidden {count} conversations, which is the most. Open one of them first.':
    'Du hast {count} Unterhaltungen ausgeblendet, mehr geht nicht. Öffne zuerst eine davon.',
  'The server was too busy to get to this in time. Try again.':
    'Der Server war zu beschäftigt, um rechtzeitig dazu zu kommen. Versuche es noch einmal.',
  "The server's disk is full, so nothing was stored. Tell an admin, and try again later.":
    'Die Festplatte des Servers ist voll, deshalb wurde nichts gespeichert. Sag es einem Admin und versuche es später noch einmal.',
  'The server cannot write to its disk now. Nothing was stored; try again later.':
    'Der Server kann gerade nicht auf seine Platte schreiben. Nichts wurde gespeichert; versuche es später noch einmal.',
  'Too many sign-ins from your network at once. Try again soon.':
    'Zu viele Anmeldungen auf einmal aus deinem Netz. Versuch es gleich noch einmal.',
  'Too many wrong passwords for this account from your network. Wait a bit.':
    'Zu viele falsche Passwörter für dieses Konto aus deinem Netz. Warte ein wenig.',
  'Too many people are signing in at this moment. Try again in a few seconds.':
    'Gerade melden sich zu viele gleichzeitig an. Versuche es in ein paar Sekunden noch einmal.',

  'The input does not have the expected shape.': 'Die Eingabe hat nicht die erwartete Form.',
  'The input has a field that is not known here.': 'Die Eingabe hat ein Feld, das hier niemand kennt.',
  '{field} has a field that is not known here.': '{field} hat ein Feld, das hier niemand kennt.',
  'The input is not acceptable: {problem}.': 'Die Eingabe geht so nicht: {problem}.',
  '{field} is not acceptable: {problem}.': '{field} geht so nicht: {problem}.',
  empty: 'leer',
  'longer than {count} bytes': 'länger als {count} Bytes',
  'longer than {count} characters': 'länger als {count} Zeichen',
  'shorter than {count} characters': 'kürzer als {count} Zeichen',
  'has control or invisible characters': 'enthält Steuerzeichen oder Unsichtbares',
  'only letters, digits, - and _': 'nur Buchstaben, Ziffern, - und _',
  'begins and ends with a letter or a digit': 'beginnt und endet mit einem Buchstaben oder einer Ziffer',
  'has more than 7 marks on one letter': 'hat mehr als 7 Zeichen über oder unter einem Buchstaben',
  'letters, digits, - and _ only': 'ausschließlich Buchstaben, Ziffern, - und _',
  'not a {kind}': 'keine {kind}',
  'not an epoch': 'keine Epoche',
  'not a link of this server': 'kein Link dieses Servers',
  'a code has 10 letters and digits': 'ein Code hat 10 Buchstaben und Ziffern',
  'changes nothing': 'ändert nichts',
  'beforeSeq, afterSeq and fromTs exclude each other': 'beforeSeq, afterSeq und fromTs schließen einander aus',
  '0 for no slow mode, or 5 seconds to 6 hours': '0 für keinen Slowmode, oder 5 Sekunden bis 6 Stunden',
  'not one emoji': 'kein einzelnes Emoji',

  'Only an admin can do this. Ask one of them.': 'Das können nur Admins. Bitte jemanden von ihnen.',
  'An admin has disabled this account. Ask one of them.':
    'Ein Admin hat dieses Konto deaktiviert. Frag jemanden von ihnen.',
  'This is you. Another admin has to disable your account.':
    'Das bist du. Dein Konto muss ein anderer Admin deaktivieren.',
  'This is you. Sign another device in from your settings.':
    'Das bist du. Melde ein weiteres Gerät in deinen Einstellungen an.',
  'This account is not in use. Nobody can sign in to it.':
    'Dieses Konto wird nicht benutzt. Niemand kann sich damit anmelden.',
  'This account is disabled. Enable it first.': 'Dieses Konto ist deaktiviert. Aktiviere es zuerst.',
  'This recovery link is older than 24 hours, used, void or was never made here. Ask an admin for a new one.':
    'Dieser Wiederherstellungslink ist älter als 24 Stunden, benutzt, ungültig oder wurde hier nie angelegt. Bitte einen Admin um einen neuen.',
  'There is no such bot.': 'Diesen Bot gibt es nicht.',
  'The key that signs credentials of bots is not in the data folder. It is made when the server starts.':
    'Der Schlüssel, der Zugangsdaten von Bots signiert, ist nicht im Datenordner. Er entsteht, wenn der Server startet.',
  'This account is not here any more.': 'Dieses Konto gibt es nicht mehr.',
  'The handle or the password is wrong, or this account has no password.':
    'Handle oder Passwort ist falsch, oder dieses Konto hat kein Passwort.',
  'You have a password already. Give the current one to change it; this was not it.':
    'Du hast schon ein Passwort. Gib das jetzige an, um es zu ändern; dieses war es nicht.',
  'This password is easy to guess: it is on a list of common ones, a pattern, or close to your name. Three or four words that have nothing to do with each other are a good one.':
    'Dieses Passwort ist leicht zu erraten: Es steht auf einer Liste häufiger Passwörter, folgt einem Muster oder ähnelt deinem Namen. Drei oder vier Wörter, die nichts miteinander zu tun haben, sind ein gutes.',
  'This handle is reserved. Choose another one{comfort}.': 'Dieses Handle ist reserviert. Wähle ein anderes{comfort}.',
  'This handle is taken. Choose another one{comfort}.': 'Dieses Handle ist vergeben. Wähle ein anderes{comfort}.',
  '; the invite is still good': '; die Einladung gilt noch',
  'This code is wrong, used or older than 5 minutes. Show a new one on your other device.':
    'Dieser Code ist falsch, benutzt oder älter als 5 Minuten. Zeig auf deinem anderen Gerät einen neuen an.',
  'Only somebody at a device can sign another one in.': 'Nur wer an einem Gerät sitzt, kann ein weiteres anmelden.',
  'None of your devices is signed in under this id. It may be signed out already.':
    'Keines deiner Geräte ist unter dieser Id angemeldet. Vielleicht ist es schon abgemeldet.',
  'You are signed out. Sign in again, or ask for an invite.':
    'Du bist abgemeldet. Melde dich wieder an oder bitte um eine Einladung.',
  'There is no such invite.': 'Diese Einladung gibt es nicht.',
  'This invite link is expired, used up, revoked or was never made here. Ask for a new one.':
    'Dieser Einladungslink ist abgelaufen, aufgebraucht, widerrufen oder wurde hier nie angelegt. Bitte um einen neuen.',
  'The link is expired, used up, revoked or was never made here.':
    'Der Link ist abgelaufen, aufgebraucht, widerrufen oder wurde hier nie angelegt.',
  'Only the owner and mods of a private room handle its links.':
    'Um die Links eines privaten Raums kümmern sich nur Eigner und Mods.',
  'This room has no link with this id.': 'Dieser Raum hat keinen Link mit dieser Id.',

  'There is no such room, or you are not in it.': 'Diesen Raum gibt es nicht, oder du bist nicht darin.',
  'There is no such person.': 'Diese Person gibt es nicht.',
  'This person is not in the room.': 'Diese Person ist nicht im Raum.',
  'You are banned from this room. Only its owner and mods can change that.':
    'Du bist aus diesem Raum gebannt. Nur Eigner und Mods können das ändern.',
  'The history of a public room is for everybody, from its beginning.':
    'Der Verlauf eines öffentlichen Raums ist für alle da, von Anfang an.',
  'A public room has this name already.': 'Ein öffentlicher Raum heißt schon so.',
  'The lobby keeps its name. You can change its topic and settings.':
    'Die Lobby behält ihren Namen. Thema und Einstellungen kannst du ändern.',
  'The lobby belongs to the admins, and nobody owns it.': 'Die Lobby gehört den Admins, und niemand steht ihr vor.',
  'They are an admin, and this room belongs to the admins.': 'Die Person ist Admin, und dieser Raum gehört den Admins.',
  'Bots and disabled accounts cannot own a room.': 'Bots und deaktivierte Konten können keinem Raum vorstehen.',
  'Nobody leaves the lobby.': 'Niemand verlässt die Lobby.',
  'This is a direct conversation, and stays among the people in it. {why}':
    'Das ist eine direkte Unterhaltung, und sie bleibt unter denen, die daran teilnehmen. {why}',
  'It has no name and no topic.': 'Sie hat keinen Namen und kein Thema.',
  'Nobody deletes it; you can hide it.': 'Niemand löscht sie; du kannst sie ausblenden.',
  'Open another one with all of them.': 'Öffne eine andere mit allen zusammen.',
  'Nobody leaves it; you can hide it.': 'Niemand verlässt sie; du kannst sie ausblenden.',
  'No link leads into it.': 'Kein Link führt hinein.',
  'Nobody has a say over the others.': 'Niemand hat den anderen etwas zu sagen.',
  'Only its author deletes a message.': 'Nur wer eine Nachricht geschrieben hat, löscht sie.',
  'Somebody of them is not on this server, or not any more.':
    'Jemand davon ist nicht auf diesem Server, oder nicht mehr.',
  'This is a room. Leave it, if you do not want to see it any more.':
    'Das ist ein Raum. Verlass ihn, wenn du ihn nicht mehr sehen willst.',
  'Nobody would read this: the account of whom you write to is closed.':
    'Das würde niemand lesen: Das Konto, dem du schreibst, ist geschlossen.',
  'Only the owner and mods add people to a private room.': 'In einen privaten Raum holen nur Eigner und Mods jemanden.',
  'They are banned from this room. Unban them first.':
    'Die Person ist aus diesem Raum gebannt. Heb zuerst den Bann auf.',
  'Only the owner and mods of a room do this.': 'Das tun nur Eigner und Mods eines Raums.',
  'This is you. Nobody can do this to themselves.': 'Das bist du. Niemand kann sich das selbst antun.',
  'They are a mod or the owner. Only the owner acts on mods, and nobody on the owner.':
    'Die Person ist Mod oder steht dem Raum vor. An Mods kommt nur, wer ihm vorsteht, und an den niemand.',
  'A room keeps its owner. Make somebody else the owner first.':
    'Jemand steht einem Raum immer vor. Übergib ihn zuerst jemand anderem.',
  'You are muted in this room for {time} more. Try again then.':
    'Du bist in diesem Raum noch {time} stummgeschaltet. Versuche es dann wieder.',
  'Slow mode: one message in {span} here. Try again in {wait}.':
    'Slowmode: hier eine Nachricht in {span}. Versuche es in {wait} noch einmal.',

  'There is no such message in this room.': 'Diese Nachricht gibt es in diesem Raum nicht.',
  'Only its author edits a message.': 'Eine Nachricht bearbeitet nur, wer sie geschrieben hat.',
  'This message was deleted meanwhile.': 'Diese Nachricht wurde inzwischen gelöscht.',
  'This message was edited on another device meanwhile. Look at it and edit it again.':
    'Diese Nachricht wurde inzwischen auf einem anderen Gerät bearbeitet. Sieh sie dir an und bearbeite sie noch einmal.',
  "Only the owner and mods of a room delete other people's messages.":
    'Nachrichten von anderen löschen nur Eigner und Mods eines Raums.',
  'This message has {count} different emojis. Use one of them.':
    'Diese Nachricht hat {count} verschiedene Emojis. Nimm eines davon.',
  'This room has {count} pins. Take one off first.':
    'In diesem Raum sind {count} Nachrichten angepinnt. Löse zuerst eine.',
  'The message that this one answers has not been said in this room.':
    'Die Nachricht, auf die diese antwortet, steht nicht in diesem Raum.',
  'This clientMsgId was used in this room for another text.':
    'Diese clientMsgId steht in diesem Raum schon für einen anderen Text.',

  'There is no such call or peer, or you are not in it.': 'Diesen Anruf gibt es nicht, oder du bist nicht darin.',
  "You're in this call on another device.": 'Du bist in diesem Anruf schon auf einem anderen Gerät.',
  "A peer can't send signals to itself.": 'Ein Teilnehmer kann sich nicht selbst Signale schicken.',
  'Someone ended the call for everyone.': 'Jemand hat den Anruf für alle beendet.',
  'The call ended: everyone left.': 'Der Anruf ist zu Ende: Alle sind gegangen.',
  'You left this call.': 'Du hast diesen Anruf verlassen.',
  "You're no longer in this call.": 'Du bist nicht mehr in diesem Anruf.',
  'Too many offers and answers to one peer. Try again in a moment.':
    'Zu viele Angebote und Antworten an einen Teilnehmer. Versuche es gleich noch einmal.',
  'Only somebody at a browser can join a call.': 'An einem Anruf nimmt nur teil, wer an einem Browser sitzt.',
  'That peer is somebody else, or another device.': 'Das ist jemand anderes oder ein anderes Gerät.',
  'Somebody else goes by this peer id.': 'Diese Peer-Id gehört jemand anderem.',
  'The call is full: {count} people are in it.': 'Der Anruf ist voll: {count} Leute sind darin.',
  'Only the owner and mods of the room end a call for others.':
    'Einen Anruf für andere beenden nur Eigner und Mods des Raums.',
  'No more than {count} candidates to a peer in one negotiation.':
    'Höchstens {count} Kandidaten an einen Peer in einer Aushandlung.',

  '{service} is silent.': '{service} ist stumm.',
  "{service} can't store anything: its disk is full.": '{service} kann nichts speichern: Die Festplatte ist voll.',
  "{service} can't store anything: its disk takes no writes.":
    '{service} kann nichts speichern: Die Festplatte nimmt nichts an.',
  '{service} has {count} MB of disk left.': '{service} hat noch {count} MB auf der Festplatte.',
  '{service} is slow: it was {count} ms late.': '{service} ist langsam: {count} ms zu spät.',
  '{service} has {count} writes waiting.': 'Bei {service} warten {count} Schreibvorgänge.',

  'This is not your password. Nothing was deleted.': 'Das ist nicht dein Passwort. Es wurde nichts gelöscht.',
  'You are the last admin. Name somebody who is one after you.':
    'Außer dir ist niemand Admin. Gib an, wer es nach dir ist.',
  'Only an admin names another one.': 'Nur Admins machen jemanden zum Admin.',
  'This is you. Name somebody else.': 'Das bist du. Gib jemand anderen an.',
  'There is no such person here.': 'Diese Person gibt es hier nicht.',
  'No person here has this handle.': 'Diesen Handle hat hier niemand.',
  'This account is disabled. An admin can enable it; or make it an admin, which enables it, too.':
    'Dieses Konto ist deaktiviert. Ein Admin kann es aktivieren; oder mach es zum Admin, das aktiviert es auch.',
  'This account is not in use. It cannot be an admin.': 'Dieses Konto ist nicht in Gebrauch. Es kann nicht Admin sein.',
  'This is the last admin. Make somebody else an admin first.':
    'Sonst ist niemand Admin. Mach zuerst jemand anderen dazu.',
  'You have {count} searches waiting already. Let one of them end first.':
    'Schon {count} deiner Suchen warten. Lass erst eine davon zu Ende gehen.',
  'Too many people are searching right now. Try again in a moment.':
    'Gerade suchen zu viele. Versuch es gleich noch einmal.',
  'The search takes too long right now. Try again in a moment.':
    'Die Suche dauert gerade zu lange. Versuche es gleich noch einmal.',
  'Only the owner of a room does this.': 'Das tut nur, wer dem Raum vorsteht.',
  'Nobody here goes by the handle of the owner-to-be.': 'Niemand hier hat den Handle, dem der Raum gehören soll.',
  'No import of this room was begun.': 'Ein Import dieses Raums wurde nicht begonnen.',
  'The room was imported before and deleted here. It is not brought back.':
    'Der Raum wurde schon einmal importiert und hier gelöscht. Er wird nicht zurückgeholt.',
};
