import { deviceCode } from '@devchitchat/contracts';

/** 256 bits in base64url. */
const token = /[A-Za-z0-9_-]{43}/;

/**
 * The tokens in what follows `#/invite/` and the like. A person pastes a link with the full stop of its sentence, a mail
 * program breaks it or wraps it in brackets, a phone turns two hyphens into a dash. Everything but the token is ignored.
 *
 * @returns `null` for each part without a whole token
 */
export const tokensIn = (written: string): readonly (string | null)[] => {
  const parts = written.split('/').map(tokenOf);
  const last = parts.findLastIndex((part) => part !== null);
  return last < 0 ? [null] : parts.slice(0, last + 1);
};

function tokenOf(written: string): string | null {
  for (const text of [written, unbroken(written), undashed(unbroken(written))]) {
    const [found] = token.exec(text) ?? [];
    if (found !== undefined) return found;
  }
  return null;
}

/** Without line breaks, spaces, invisible characters and the `=` at which mail breaks lines. */
const unbroken = (text: string): string => text.replace(/[\s\p{Default_Ignorable_Code_Point}=]+/gu, '');

/** A link as a messenger's "smart punctuation" left it. */
const undashed = (text: string): string => text.replace(/[–—]/gu, '--');

/** The code in a link of a device code, or `null`. */
export const codeIn = (written: string): string | null => deviceCode.safeParse(written).data ?? null;

/** A code as people read it to each other: `TN4VA-S0G6Q` on every device. */
export const codeWords = (code: string): string => code.toUpperCase().replace(/^(.{5})(.{5})$/, '$1-$2');
