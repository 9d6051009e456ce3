/** What two public rooms must not share: their name, however it is written. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase();
