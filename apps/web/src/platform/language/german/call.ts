import type { Catalogue } from '../catalogue/catalogue';

export const call = {
  Call: 'Anruf',
  'Join call': 'Am Anruf teilnehmen',
  'Joining the call…': 'Du kommst in den Anruf …',
  'Leave call': 'Anruf verlassen',
  Mute: 'Stumm',
  Unmute: 'Stummschaltung aufheben',
  Deafen: 'Ton aus',
  Undeafen: 'Ton wieder an',
  deafened: 'Ton aus',
  'camera on': 'Kamera an',
  'sharing a screen': 'teilt den Bildschirm',
  'You’re muted. No one can hear you.': 'Du bist stumm. Niemand hört dich.',
  'You were in a call here.': 'Du warst hier in einem Anruf.',
  'You were in a call in {room}.': 'Du warst in einem Anruf in {room}.',
  Rejoin: 'Wieder teilnehmen',
  'Your camera is starting…': 'Deine Kamera startet …',
  'Your screen is starting…': 'Dein Bildschirm startet …',
  '{name} can’t be reached.': '{name} ist nicht erreichbar.',
  'The connection to {name} is interrupted.': 'Die Verbindung zu {name} ist unterbrochen.',
  'Connecting to {name}…': 'Verbindung zu {name} …',
  'Waiting for {name}’s camera…': 'Warten auf die Kamera von {name} …',
  'Waiting for {name}’s screen…': 'Warten auf den Bildschirm von {name} …',
  'Connected, but nothing is arriving from them.': 'Verbunden, aber es kommt nichts an.',
  Camera: 'Kamera',
  'Share screen': 'Bildschirm teilen',
  Microphone: 'Mikrofon',
  Speaker: 'Lautsprecher',
  'System default': 'Wie im System eingestellt',
  'Through the relay only': 'Nur über das Relay',
  'Hides your network address from the others. Takes effect with your next call.':
    'Verbirgt deine Netzwerkadresse vor den anderen. Gilt ab dem nächsten Anruf.',
  'Your browser is blocking sound.': 'Dein Browser blockiert den Ton.',
  'Play sound': 'Ton abspielen',
  '{name}: volume and connection': '{name}: Lautstärke und Verbindung',
  'People and videos': 'Leute und Videos',
  'Show people and videos': 'Leute und Videos anzeigen',
  'Hide people and videos': 'Leute und Videos ausblenden',
  'In the call': 'Im Anruf',
  'In the call in {room}': 'Im Anruf in {room}',
  'In a call': 'In einem Anruf',
  'End call for everyone': 'Anruf für alle beenden',
  'You’re the only one here. Everyone in this room can see the call and join.':
    'Du bist allein im Anruf. Alle in diesem Raum sehen ihn und können dazukommen.',
  '{names} are in the call': { one: '{names} ist im Anruf', other: '{names} sind im Anruf' },
  '{name}, camera': '{name}, Kamera',
  '{name}, screen': '{name}, Bildschirm',
  'Spotlight {tile}': '{tile} groß zeigen',
  'Show large': 'Groß zeigen',
  'Back to the overview': 'Zurück zur Übersicht',
  'Full screen': 'Vollbild',
  'Leave full screen': 'Vollbild verlassen',
  'Volume of {name}': 'Lautstärke von {name}',
  'Volume: {percent} %': 'Lautstärke: {percent} %',
  'The call couldn’t be loaded. Check your connection or reload the page, then join again.':
    'Der Anruf konnte nicht geladen werden. Prüfe deine Verbindung oder lade die Seite neu und nimm dann noch einmal teil.',
  '{name} ended the call for everyone.': '{name} hat den Anruf für alle beendet.',
  'You’re no longer in this room.': 'Du bist nicht mehr in diesem Raum.',
  'You’re in this call in another tab or on another device. Move it here?':
    'Du bist in diesem Anruf schon in einem anderen Tab oder auf einem anderen Gerät. Hierher holen?',
  'Move here': 'Hierher holen',
  'You moved this call to another tab or device.':
    'Du hast diesen Anruf in einen anderen Tab oder auf ein anderes Gerät geholt.',
  'You were disconnected for too long, so you left the call.':
    'Du warst zu lange getrennt und bist deshalb nicht mehr im Anruf.',
  'You were signed out, so you left the call.': 'Du wurdest abgemeldet und bist deshalb nicht mehr im Anruf.',
  'There is no call yet.': 'Es gibt noch keinen Anruf.',
  'The relay (TURN) refused this server’s credentials. Ask the server’s operator to check it.':
    'Das Relay (TURN) hat die Zugangsdaten dieses Servers abgelehnt. Bitte den Betreiber, nachzusehen.',
  'Interrupted. It usually reconnects on its own.': 'Unterbrochen. Meist verbindet es sich von selbst wieder.',
  'The relay (TURN) can’t be reached.': 'Das Relay (TURN) ist nicht erreichbar.',
  'Can’t be reached: no connection between your networks was possible.':
    'Nicht erreichbar: Zwischen euren Netzen war keine Verbindung möglich.',
  'This browser can’t share a screen. Use one on a computer.':
    'Dieser Browser kann keinen Bildschirm teilen. Einer auf einem Computer kann es.',
  'Your browser only allows the microphone on HTTPS. Open this server with https.':
    'Dein Browser erlaubt das Mikrofon nur über HTTPS. Öffne diesen Server mit https.',
  'Your microphone was unplugged, and there’s no other. Plug one in to use it.':
    'Dein Mikrofon wurde ausgesteckt, und es gibt kein anderes. Schließ eines an, dann wird es sofort benutzt.',
  'Your microphone sends no sound. Your system, or a switch on the device, has turned it off.':
    'Dein Mikrofon liefert keinen Ton. Dein System oder ein Schalter am Gerät hat es ausgeschaltet.',
  'Your camera sends no picture. Your system, or a switch on the device, has turned it off.':
    'Deine Kamera liefert kein Bild. Dein System oder ein Schalter am Gerät hat sie ausgeschaltet.',
  'The window you’re sharing sends no picture right now. Bring it back into view.':
    'Das Fenster, das du teilst, liefert gerade kein Bild. Hol es wieder in den Vordergrund.',
  'Your microphone is now {device}.': 'Dein Mikrofon ist jetzt {device}.',
  'Your microphone has changed.': 'Dein Mikrofon ist jetzt ein anderes.',
  'Your microphone is blocked. Allow it in the address bar, then try again.':
    'Dein Mikrofon ist blockiert. Erlaube den Zugriff in der Adressleiste und versuche es dann noch einmal.',
  'No microphone found. Plug one in to use it.':
    'Kein Mikrofon gefunden. Schließ eines an, dann wird es sofort benutzt.',
  'Your microphone is in use by another program. Close that program to use it here.':
    'Dein Mikrofon wird von einem anderen Programm benutzt. Schließ das Programm, dann ist das Mikrofon wieder da.',
  'Your browser couldn’t open the microphone.': 'Dein Browser konnte das Mikrofon nicht öffnen.',
  'Your browser only allows the camera on HTTPS. Open this server with https.':
    'Dein Browser erlaubt die Kamera nur über HTTPS. Öffne diesen Server mit https.',
  'Your camera was unplugged.': 'Deine Kamera wurde ausgesteckt.',
  'Your camera is blocked. Allow it in the address bar, then try again.':
    'Deine Kamera ist blockiert. Erlaube den Zugriff in der Adressleiste und versuche es dann noch einmal.',
  'No camera found. Plug one in or choose another, then try again.':
    'Keine Kamera gefunden. Schließ eine an oder wähle eine andere und versuche es dann noch einmal.',
  'Your camera is in use by another program. Close that, then try again.':
    'Deine Kamera wird von einem anderen Programm benutzt. Schließ es und versuche es dann noch einmal.',
  'Your browser couldn’t open the camera.': 'Dein Browser konnte die Kamera nicht öffnen.',
  'Your browser only allows screen sharing on HTTPS. Open this server with https.':
    'Dein Browser erlaubt das Teilen des Bildschirms nur über HTTPS. Öffne diesen Server mit https.',
  'Your screen was unplugged.': 'Dein Bildschirm wurde ausgesteckt.',
  'Your screen is blocked. Allow it in the address bar, then try again.':
    'Dein Bildschirm ist blockiert. Erlaube den Zugriff in der Adressleiste und versuche es dann noch einmal.',
  'No screen found. Plug one in or choose another, then try again.':
    'Kein Bildschirm gefunden. Schließ einen an oder wähle einen anderen und versuche es dann noch einmal.',
  'Your screen is in use by another program. Close that, then try again.':
    'Dein Bildschirm wird von einem anderen Programm benutzt. Schließ es und versuche es dann noch einmal.',
  'Your browser couldn’t open the screen.': 'Dein Browser konnte den Bildschirm nicht öffnen.',
  'You’re in the call.': 'Du bist im Anruf.',
  'You left the call.': 'Du hast den Anruf verlassen.',
  '{name} joined the call.': '{name} ist jetzt im Anruf.',
  '{name} left the call.': '{name} hat den Anruf verlassen.',
} satisfies Catalogue;
