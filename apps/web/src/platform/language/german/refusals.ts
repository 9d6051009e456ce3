import { problems } from './problems';

/** Why the server refused something, by the reason. `{name}` and `{name:duration}` are as in its English sentence. */
export const refusals = {
  'account.disabled': 'Ein Admin hat dieses Konto deaktiviert. Frag jemanden von ihnen.',
  'account.gone': 'Dieses Konto gibt es nicht mehr.',
  'account.unknown': 'Diese Person gibt es hier nicht.',
  'account.unused': 'Dieses Konto wird nicht benutzt. Niemand kann sich damit anmelden.',
  'account.unused_admin': 'Dieses Konto ist nicht in Gebrauch. Es kann nicht Admin sein.',
  'account.yours': 'Das bist du. Dein Konto muss ein anderer Admin deaktivieren.',
  'admin.last': 'Sonst ist niemand Admin. Mach zuerst jemand anderen dazu.',
  'admin.required': 'Das können nur Admins. Bitte jemanden von ihnen.',
  'bot.key_missing':
    'Der Schlüssel, der Zugangsdaten von Bots signiert, ist nicht im Datenordner. Er entsteht, wenn der Server startet.',
  'bot.revoked': 'Dieser Bot ist widerrufen oder wurde hier nie angelegt.',
  'bot.unknown': 'Diesen Bot gibt es nicht.',
  'call.browsers_only': 'An einem Anruf nimmt nur teil, wer an einem Browser sitzt.',
  'call.empty': 'Der Anruf ist zu Ende: Alle sind gegangen.',
  'call.ended_for_all': 'Jemand hat den Anruf für alle beendet.',
  'call.full': 'Der Anruf ist voll: {max} Leute sind darin.',
  'call.left': 'Du hast diesen Anruf verlassen.',
  'call.moderators_only': 'Einen Anruf für andere beenden nur Eigner und Mods des Raums.',
  'call.on_another_device': 'Du bist in diesem Anruf schon auf einem anderen Gerät.',
  'call.out': 'Du bist nicht mehr in diesem Anruf.',
  'call.peer_not_yours': 'Das ist jemand anderes oder ein anderes Gerät.',
  'call.peer_taken': 'Diese Peer-Id gehört jemand anderem.',
  'call.unknown': 'Diesen Anruf gibt es nicht, oder du bist nicht darin.',
  'command.inputs': 'Ein Kommando hat eine Eingabe.',
  'command.unknown': 'Dieses Kommando gibt es hier nicht.',
  'device_code.device_required': 'Nur wer an einem Gerät sitzt, kann ein weiteres anmelden.',
  'device_code.wrong':
    'Dieser Code ist falsch, benutzt oder älter als 5 Minuten. Zeig auf deinem anderen Gerät einen neuen an.',
  'direct.adding':
    'Das ist eine direkte Unterhaltung, und sie bleibt unter denen, die daran teilnehmen. Öffne eine andere mit allen zusammen.',
  'direct.deleting':
    'Das ist eine direkte Unterhaltung, und sie bleibt unter denen, die daran teilnehmen. Niemand löscht sie; du kannst sie ausblenden.',
  'direct.is_room': 'Das ist ein Raum. Verlass ihn, wenn du ihn nicht mehr sehen willst.',
  'direct.leaving':
    'Das ist eine direkte Unterhaltung, und sie bleibt unter denen, die daran teilnehmen. Niemand verlässt sie; du kannst sie ausblenden.',
  'direct.links':
    'Das ist eine direkte Unterhaltung, und sie bleibt unter denen, die daran teilnehmen. Kein Link führt hinein.',
  'direct.moderating':
    'Das ist eine direkte Unterhaltung, und sie bleibt unter denen, die daran teilnehmen. Niemand hat den anderen etwas zu sagen.',
  'direct.name':
    'Das ist eine direkte Unterhaltung, und sie bleibt unter denen, die daran teilnehmen. Sie hat keinen Namen und kein Thema.',
  'direct.others_messages':
    'Das ist eine direkte Unterhaltung, und sie bleibt unter denen, die daran teilnehmen. Nur wer eine Nachricht geschrieben hat, löscht sie.',
  'direct.person_gone': 'Jemand davon ist nicht auf diesem Server, oder nicht mehr.',
  'direct.too_many': 'Du hast {max} Direktnachrichten begonnen, mehr geht nicht.',
  'direct.too_many_hidden': 'Du hast {max} Unterhaltungen ausgeblendet, mehr geht nicht. Öffne zuerst eine davon.',
  'direct.no_reader': 'Das würde niemand lesen: Das Konto, dem du schreibst, ist geschlossen.',
  'envelope.malformed': 'Die Anfrage ist kein Umschlag mit trace, budget, actor und input.',
  'handle.reserved': 'Dieses Handle ist reserviert. Wähle ein anderes.',
  'handle.taken': 'Dieses Handle ist vergeben. Wähle ein anderes.',
  'http.body': 'Das ist keine Anfrage mit JSON.',
  'http.not_json': 'Schick die Eingabe als JSON, mit diesem Content-Type.',
  'http.nothing_here': 'Hier ist nichts.',
  'http.other_site': 'Diese Seite ist nicht von diesem Server.',
  'http.too_large': 'Eine Anfrage fasst höchstens {max} Bytes.',
  'import.not_begun': 'Ein Import dieses Raums wurde nicht begonnen.',
  'import.owner_unknown': 'Niemand hier hat den Handle, dem der Raum gehören soll.',
  'import.room_deleted': 'Der Raum wurde schon einmal importiert und hier gelöscht. Er wird nicht zurückgeholt.',
  'input.not_json': 'Die Eingabe ist kein JSON.',
  'input.shape': 'Die Eingabe hat nicht die erwartete Form.',
  'input.unknown_field': '"{field}" hat ein Feld, das hier niemand kennt.',
  'invite.dead':
    'Dieser Einladungslink ist abgelaufen, aufgebraucht, widerrufen oder wurde hier nie angelegt. Bitte um einen neuen.',
  'invite.handle_reserved': 'Dieses Handle ist reserviert. Wähle ein anderes; die Einladung gilt noch.',
  'invite.handle_taken': 'Dieses Handle ist vergeben. Wähle ein anderes; die Einladung gilt noch.',
  'invite.unknown': 'Diese Einladung gibt es nicht.',
  'lobby.leaving': 'Niemand verlässt die Lobby.',
  'lobby.name': 'Die Lobby behält ihren Namen. Thema und Einstellungen kannst du ändern.',
  'lobby.owner': 'Die Lobby gehört den Admins, und niemand steht ihr vor.',
  'member.banned': 'Die Person ist aus diesem Raum gebannt. Heb zuerst den Bann auf.',
  'member.cannot_own': 'Bots und deaktivierte Konten können keinem Raum vorstehen.',
  'member.is_admin': 'Die Person ist Admin, und dieser Raum gehört den Admins.',
  'member.is_you': 'Das bist du. Niemand kann sich das selbst antun.',
  'member.outranks':
    'Die Person ist Mod oder steht dem Raum vor. An Mods kommt nur, wer ihm vorsteht, und an den niemand.',
  'member.unknown': 'Diese Person ist nicht im Raum.',
  'message.deleted': 'Diese Nachricht wurde inzwischen gelöscht.',
  'message.deleting_restricted': 'Nachrichten von anderen löschen nur Eigner und Mods eines Raums.',
  'message.edited':
    'Diese Nachricht wurde inzwischen auf einem anderen Gerät bearbeitet. Sieh sie dir an und bearbeite sie noch einmal.',
  'message.id_reused': 'Diese clientMsgId steht in diesem Raum schon für einen anderen Text.',
  'message.not_yours': 'Eine Nachricht bearbeitet nur, wer sie geschrieben hat.',
  'message.reply_target': 'Die Nachricht, auf die diese antwortet, steht nicht in diesem Raum.',
  'message.too_many_emojis': 'Diese Nachricht hat {max} verschiedene Emojis. Nimm eines davon.',
  'message.too_many_reactions': 'Diese Nachricht hat {max} Reaktionen. Mehr nimmt sie nicht an.',
  'message.unknown': 'Diese Nachricht gibt es in diesem Raum nicht.',
  'password.guessable':
    'Dieses Passwort ist leicht zu erraten: Es steht auf einer Liste häufiger Passwörter, folgt einem Muster oder ähnelt deinem Namen. Drei oder vier Wörter, die nichts miteinander zu tun haben, sind ein gutes.',
  'password.not_current': 'Du hast schon ein Passwort. Gib das jetzige an, um es zu ändern; dieses war es nicht.',
  'password.wrong': 'Das ist nicht dein Passwort. Es wurde nichts gelöscht.',
  'person.in_too_many_rooms': 'Diese Person ist in {max} Räumen, mehr geht nicht.',
  'person.unknown': 'Diese Person gibt es nicht.',
  'rate.connections': 'Zu viele Verbindungen aus deinem Netz. Versuche es bald noch einmal.',
  'rate.in_flight': '{max} Kommandos warten schon auf ihre Antwort. Warte einige davon ab.',
  'rate.sockets': 'Du hast schon {max} offene Verbindungen. Schließ eine davon.',
  'rate.too_fast':
    'Zu schnell: {burst} auf einmal, dann {perMinute} pro Minute. Versuche es in {waitMs:duration} noch einmal.',
  'recovery.dead':
    'Dieser Wiederherstellungslink ist älter als 24 Stunden, benutzt, ungültig oder wurde hier nie angelegt. Bitte einen Admin um einen neuen.',
  'recovery.disabled': 'Dieses Konto ist deaktiviert. Aktiviere es zuerst.',
  'recovery.disabled_at_terminal':
    'Dieses Konto ist deaktiviert. Ein Admin kann es aktivieren; oder mach es zum Admin, das aktiviert es auch.',
  'recovery.for_you': 'Das bist du. Melde ein weiteres Gerät in deinen Einstellungen an.',
  'recovery.handle_unknown': 'Diesen Handle hat hier niemand.',
  'room.adding_restricted': 'In einen privaten Raum holen nur Eigner und Mods jemanden.',
  'room.banned': 'Du bist aus diesem Raum gebannt. Nur Eigner und Mods können das ändern.',
  'room.history_public': 'Der Verlauf eines öffentlichen Raums ist für alle da, von Anfang an.',
  'room.links_restricted': 'Um die Links eines privaten Raums kümmern sich nur Eigner und Mods.',
  'room.moderators_only': 'Das tun nur Eigner und Mods eines Raums.',
  'room.muted': 'Du bist in diesem Raum noch {leftMs:duration} stummgeschaltet. Versuche es dann wieder.',
  'room.name_taken': 'Ein öffentlicher Raum heißt schon so.',
  'room.needs_owner': 'Jemand steht einem Raum immer vor. Übergib ihn zuerst jemand anderem.',
  'room.owner_only': 'Das tut nur, wer dem Raum vorsteht.',
  'room.slow_mode':
    'Slowmode: hier eine Nachricht in {everyMs:duration}. Versuche es in {waitMs:duration} noch einmal.',
  'room.too_many': 'Du bist in {max} Räumen, mehr geht nicht. Verlass zuerst einen davon.',
  'room.too_many_pins': 'In diesem Raum sind {max} Nachrichten angepinnt. Löse zuerst eine.',
  'room.unknown': 'Diesen Raum gibt es nicht, oder du bist nicht darin.',
  'room_invite.dead': 'Der Link ist abgelaufen, aufgebraucht, widerrufen oder wurde hier nie angelegt.',
  'room_invite.unknown': 'Dieser Raum hat keinen Link mit dieser Id.',
  'search.too_long': 'Die Suche dauert gerade zu lange. Versuche es gleich noch einmal.',
  'search.too_many': 'Gerade suchen zu viele. Versuch es gleich noch einmal.',
  'search.too_many_of_yours': 'Schon {max} deiner Suchen warten. Lass erst eine davon zu Ende gehen.',
  'server.answer_too_large':
    'Die Antwort ist größer als die {max} Bytes, die der Server auf einmal schickt. Frag nach weniger auf einmal.',
  'server.busy': 'Der Server war zu beschäftigt, um rechtzeitig dazu zu kommen. Versuche es noch einmal.',
  'server.defect': 'Das ist auf dem Server schiefgegangen und steht in seinem Log.',
  'server.disk_failing':
    'Der Server kann gerade nicht auf seine Platte schreiben. Nichts wurde gespeichert; versuche es später noch einmal.',
  'server.disk_full':
    'Die Festplatte des Servers ist voll, deshalb wurde nichts gespeichert. Sag es einem Admin und versuche es später noch einmal.',
  'server.late': 'Der Server hat zu lange gebraucht. Versuche es noch einmal.',
  'server.part_restarting': 'Ein Teil des Servers startet neu. Versuche es gleich noch einmal.',
  'server.request_too_large': 'Die Eingabe ist größer, als der Server auf einmal annimmt. Schick weniger auf einmal.',
  'server.restarting': 'Der Server startet neu. Versuche es gleich noch einmal.',
  'server.starting': 'Der Server startet gerade. Versuche es gleich noch einmal.',
  'session.over': 'Du bist abgemeldet. Melde dich wieder an oder bitte um eine Einladung.',
  'session.required': 'Du bist nicht angemeldet, oder deine Sitzung ist vorbei.',
  'session.unknown': 'Keines deiner Geräte ist unter dieser Id angemeldet. Vielleicht ist es schon abgemeldet.',
  'sign_in.at_once': 'Zu viele Anmeldungen auf einmal aus deinem Netz. Versuch es gleich noch einmal.',
  'sign_in.crowd': 'Gerade melden sich zu viele gleichzeitig an. Versuche es in ein paar Sekunden noch einmal.',
  'sign_in.tries': 'Zu viele falsche Passwörter für dieses Konto aus deinem Netz. Warte ein wenig.',
  'sign_in.wrong': 'Handle oder Passwort ist falsch, oder dieses Konto hat kein Passwort.',
  'signal.to_yourself': 'Ein Teilnehmer kann sich nicht selbst Signale schicken.',
  'signal.too_many_candidates': 'Höchstens {max} Kandidaten an einen Peer in einer Aushandlung.',
  'signal.too_many_descriptions':
    'Zu viele Angebote und Antworten an einen Teilnehmer. Versuche es gleich noch einmal.',
  'successor.is_you': 'Das bist du. Gib jemand anderen an.',
  'successor.missing': 'Außer dir ist niemand Admin. Gib an, wer es nach dir ist.',
  'successor.not_yours_to_name': 'Nur Admins machen jemanden zum Admin.',
  ...aboutFields(),
} as const;

/** Problems of a field, each completing one sentence. */
function aboutFields(): Readonly<Record<`input.${keyof typeof problems}`, string>> {
  return Object.fromEntries(
    Object.entries(problems).map(([name, phrase]) => [`input.${name}`, `"{field}" geht so nicht: ${phrase}.`]),
  ) as ReturnType<typeof aboutFields>;
}
