import type { Catalogue } from '../catalogue/catalogue';

export const files = {
  Attach: 'Anhängen',
  Attachments: 'Anhänge',
  'Alternative text': 'Alternativtext',
  'Describe the picture': 'Beschreib das Bild',
  'Uploading {name}': '{name} wird hochgeladen',
  'It will be sent when its files are uploaded.': 'Wird gesendet, sobald die Dateien hochgeladen sind.',
  'Remove {name}': '{name} entfernen',
  'Try again {name}': '{name} noch einmal versuchen',
  'Download {name}': '{name} herunterladen',
  'Drop files to attach them': 'Lass Dateien hier los, um sie anzuhängen',
  'A message can have up to {count} files. The others weren’t attached.': {
    one: 'Eine Nachricht kann höchstens {count} Datei haben. Die übrigen wurden nicht angehängt.',
    other: 'Eine Nachricht kann höchstens {count} Dateien haben. Die übrigen wurden nicht angehängt.',
  },
  '{name} is empty, so it wasn’t attached.': '{name} ist leer und wurde deshalb nicht angehängt.',
  'This file can’t be read any more. Attach it again.':
    'Diese Datei lässt sich nicht mehr lesen. Häng sie noch einmal an.',
  'This browser no longer has the file. Attach it again.':
    'Dieser Browser hat die Datei nicht mehr. Häng sie noch einmal an.',
  'This browser doesn’t answer right now. Try again in a moment.':
    'Dieser Browser antwortet gerade nicht. Versuch es gleich noch einmal.',
  'Storing the files in this browser…': 'Die Dateien werden in diesem Browser gespeichert …',
  'Canceled.': 'Abgebrochen.',
  'This browser has no space for the files. They will be lost if you close the page.':
    'Dieser Browser hat keinen Platz für die Dateien. Sie gehen verloren, wenn du die Seite schließt.',
  'Waiting for a connection.': 'Wartet auf eine Verbindung.',
  Picture: 'Bild',
  '{count} pictures': { one: '{count} Bild', other: '{count} Bilder' },
  '{count} files': { one: '{count} Datei', other: '{count} Dateien' },
  'Image viewer': 'Bildansicht',
  Zoom: 'Vergrößern',
  '{number} of {total}': '{number} von {total}',
  'Loading the picture…': 'Bild wird geladen …',
  'This picture couldn’t be loaded.': 'Dieses Bild konnte nicht geladen werden.',
  Files: 'Dateien',
  'Close files': 'Dateien schließen',
  'Kind of file': 'Art der Datei',
  'Pictures and videos': 'Bilder und Videos',
  'Other files': 'Andere Dateien',
  'Go to the message with {name}': 'Zur Nachricht mit {name}',
  'No files here yet.': 'Hier gibt es noch keine Dateien.',
  'Show older': 'Ältere zeigen',
  'Previous picture': 'Vorheriges Bild',
  'Next picture': 'Nächstes Bild',
} satisfies Catalogue;
