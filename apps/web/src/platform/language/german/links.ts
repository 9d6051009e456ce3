import type { Catalogue } from '../catalogue/catalogue';

export const links = {
  'QR code of the link': 'QR-Code des Links',
  'Scan it with a phone’s camera.': 'Scanne ihn mit der Kamera eines Handys.',
  'It works for devices in the same network.': 'Der Link gilt für Geräte im selben Netz.',
  'This link opens only on this computer.': 'Dieser Link lässt sich nur auf diesem Computer öffnen.',
  'The server accepts no other devices. To let in others on your network, start it with HOST=0.0.0.0, or with TLS=local so that calls work too. If it has a public address, set PUBLIC_URL. The README explains how.':
    'Der Server lässt keine anderen Geräte zu. Damit andere in deinem Netz hereinkommen, starte ihn mit HOST=0.0.0.0, oder mit TLS=local, damit auch Anrufe gehen. Hat er eine öffentliche Adresse, setze PUBLIC_URL. Wie das geht, steht in der README.',
  'The server can’t know by which address others reach it. Open this page by that address, such as http://192.168.1.20:8080, and create the link there. Or set PUBLIC_URL, as the README explains.':
    'Der Server kann nicht wissen, unter welcher Adresse andere ihn erreichen. Öffne diese Seite unter dieser Adresse, etwa http://192.168.1.20:8080, und lege den Link dort an. Oder setze PUBLIC_URL, wie es in der README steht.',
  'Open this page by an address that others reach too, and create the link there:':
    'Öffne diese Seite unter einer Adresse, die auch andere erreichen, und lege den Link dort an:',
  'At a new address everyone signs in again, you too. If you have no password yet, set one first:':
    'Unter einer neuen Adresse melden sich alle neu an, auch du. Hast du noch kein Passwort, lege vorher eins fest:',
} satisfies Catalogue;
