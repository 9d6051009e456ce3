/** Alerts about a server process. */
export const alerts = {
  silent: '{process} antwortet nicht.',
  slow: '{process} ist langsam: {count} ms zu spät.',
  disk_full: '{process} kann nichts speichern: Die Festplatte ist voll.',
  disk_failing: '{process} kann nichts speichern: Die Festplatte nimmt nichts an.',
  disk_nearly_full: '{process} hat noch {count} MB auf der Festplatte.',
  writes_waiting: 'Bei {process} warten {count} Schreibvorgänge.',
} as const;
