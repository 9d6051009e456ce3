/** Key by which the names of public rooms are unique: ignores case and Unicode compatibility forms. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase();
