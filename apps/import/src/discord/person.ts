import { displayName, limits } from '@devchitchat/contracts';
import type { ExportedPerson } from './export';

/** The handle closest to a name. */
export function handleFor({ id, name }: Pick<ExportedPerson, 'id' | 'name'>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .slice(0, limits.handleLength)
    .replace(/^[-_]+|(?<![-_])[-_]+$/g, '');
  return plain.length >= 2 ? plain : `user-${id.slice(-8)}`;
}

/** The person's Discord name, without characters that could imitate another person's. */
export function displayNameFor(person: ExportedPerson): string {
  for (const name of [person.nickname, person.name]) {
    const plain = (name ?? '').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim();
    const shortened = Array.from(plain).slice(0, limits.displayNameLength / 2);
    const fitting = plain.length <= limits.displayNameLength ? plain : shortened.join('');
    const parsed = displayName.safeParse(fitting);
    if (parsed.success) return parsed.data;
  }
  return handleFor(person);
}
