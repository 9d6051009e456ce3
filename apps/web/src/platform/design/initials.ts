/** One or two characters that represent a name. */
export function initials(name: string): string {
  const words = name.split(/[\s\p{P}]+/u).filter(Boolean);
  const [first = name, last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  const letters = [...new Intl.Segmenter().segment(last === '' ? first : `${firstOf(first)}${firstOf(last)}`)];
  return letters
    .slice(0, 2)
    .map(({ segment }) => segment)
    .join('')
    .toLocaleUpperCase();
}

const firstOf = (word: string): string => [...new Intl.Segmenter().segment(word)][0]?.segment ?? '';
