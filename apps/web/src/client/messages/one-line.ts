import { inOneLine } from '@devchitchat/message-text';
import { t } from '../../platform/language/t';
import type { Directory } from '../people/directory';

/** Enough characters for any place that shows a message in one line. */
const maxCharacters = 300;

/** A message in one line, as the page shows it: without Markdown markers, with people's names, and without spoilers. */
export const wholeLine = (text: string, directory: Pick<Directory, 'byHandle'>): string =>
  inOneLine(text, {
    hidden: `[${t('Spoiler')}]`,
    nameOf: (handle) => directory.byHandle().get(handle)?.displayName,
  });

/** The beginning of that line. */
export const oneLine = (text: string, directory: Pick<Directory, 'byHandle'>): string =>
  wholeLine(text, directory).slice(0, maxCharacters).toWellFormed();
