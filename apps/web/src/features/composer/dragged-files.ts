import { locale } from '../../platform/language/t';

type Carried = Pick<DataTransfer, 'types' | 'files'> & { readonly items?: DataTransferItemList };

/** Whether something that is dragged or pasted holds files. Their number and names are secret until it is dropped. */
export const holdsFiles = (data: Carried | null): boolean => data !== null && [...data.types].includes('Files');

/** The files of what was dropped or pasted, without folders. */
export function filesIn(data: Carried): readonly File[] {
  const folders = [...(data.items ?? [])]
    .map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null))
    .flatMap((entry) => (entry?.isDirectory ? [entry.name] : []));
  return [...data.files].filter(({ name }) => !folders.includes(name));
}

/** Whether text was copied by a program that adds a picture of it. */
export const isText = ({ types }: Carried): boolean =>
  [...types].includes('text/plain') && [...types].includes('text/html');

/** Names of pictures that browsers make up for the clipboard. */
const madeUp = /^(image|unknown|blob)?(\.\w+)?$/i;

/**
 * A pasted file under a name that tells when it was pasted, if the browser made one up: "screenshot 2026-11-28 18.30.png".
 *
 * @param now milliseconds since 1970
 */
export function named(file: File, now: number): File {
  if (!file.type.startsWith('image/') || !madeUp.test(file.name)) return file;
  const ending = file.type.replace('image/', '').replace('jpeg', 'jpg').replace('svg+xml', 'svg');
  return new File([file], `screenshot ${momentInName(now)}.${ending}`, { type: file.type });
}

/** In the user's time zone; without a colon, which some systems refuse in names. */
function momentInName(now: number): string {
  const format = new Intl.DateTimeFormat(locale(), {
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
    hourCycle: 'h23',
    calendar: 'gregory',
    numberingSystem: 'latn',
  });
  const part = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${part['year'] ?? ''}-${part['month'] ?? ''}-${part['day'] ?? ''} ${part['hour'] ?? ''}.${part['minute'] ?? ''}`;
}
