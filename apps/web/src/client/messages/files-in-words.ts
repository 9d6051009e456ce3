import type { MessageFile } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import type { Directory } from '../people/directory';
import { oneLine } from './one-line';

/** The files of a message in a few words: "Picture", "2 pictures", the name of a file, or "3 files". */
export function filesInWords(files: readonly Pick<MessageFile, 'kind' | 'name'>[]): string {
  const [first] = files;
  if (!first) return '';
  const count = files.length;
  if (files.every(({ kind }) => kind === 'picture'))
    return count === 1 ? t('Picture') : t('{count} pictures', { count });
  return count === 1 ? first.name : t('{count} files', { count });
}

/** A message in one line: the beginning of its text, or what its files are. Empty once erased. */
export function lineOf(
  { text, files = [] }: { readonly text: string | null; readonly files?: readonly MessageFile[] | undefined },
  directory: Pick<Directory, 'byHandle'>,
): string {
  return (text && oneLine(text, directory)) || filesInWords(files);
}
