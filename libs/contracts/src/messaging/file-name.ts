import { limits } from '../grammar/limits';
import { problems } from '../grammar/problems';
import { idle, invisible, line, tooManyMarks } from '../grammar/text';

/** Characters that end a folder's name on some system. */
const folders = /[/\\]/;

const everyInvisible = new RegExp(invisible.source, 'gu');

/** The name under which a file is shown and downloaded: one line without a folder. */
export const fileName = line(1, limits.fileNameLength)
  .refine((name) => !folders.test(name), { message: problems.file_name })
  .refine((name) => !/^\.+$/.test(name), { message: problems.file_name });

/** A name from a device as one that `fileName` accepts, with the same ending if there is one. */
export function cleanFileName(name: string): string {
  const last = name.toWellFormed().split(folders).at(-1) ?? '';
  const visible = last.replace(idle, '').replace(everyInvisible, '');
  const plain = tooManyMarks.test(visible) ? visible.replace(/\p{M}/gu, '') : visible;
  const short = shortened(plain.replace(/\s+/g, ' ').trim());
  return fileName.safeParse(short).success ? short : 'file';
}

/** Cuts the middle of a long name, so that its ending stays. */
function shortened(name: string): string {
  if (name.length <= limits.fileNameLength) return name;
  const ending = /\.[A-Za-z0-9]{1,12}$/.exec(name)?.[0] ?? '';
  const kept = name.slice(0, limits.fileNameLength - ending.length - 1).trimEnd();
  return `${kept.toWellFormed().replace(/\ufffd$/, '')}…${ending}`;
}
