import { fittedLine, limits } from '@devchitchat/contracts';
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
export const displayNameFor = (person: ExportedPerson): string =>
  fittedLine(person.nickname ?? '', limits.displayNameLength) ||
  fittedLine(person.name, limits.displayNameLength) ||
  handleFor(person);
