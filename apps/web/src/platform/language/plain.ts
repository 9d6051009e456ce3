/** Removes case, accents and styles of letters: "jorg" finds "Jörg". */
export const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Compares names as people sort them: "room 9" before "room 10", and "anna" next to "Anna". */
export const byName = (one: string, other: string): number =>
  one.localeCompare(other, undefined, { numeric: true, sensitivity: 'base' }) || one.localeCompare(other);
