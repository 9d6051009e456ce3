import { authReasons as reasons, refused, type Reply, type User } from '@devchitchat/contracts';
import { Injectable } from '@nestjs/common';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/**
 * Passwords that need fewer guesses are refused. An attacker with the stolen file finds them in an afternoon, despite
 * argon2id.
 */
const fewestGuesses = 1e8;
/** The same for what is left of a password without the names of its person, which an attacker knows. */
const fewestGuessesBesideNames = 1e5;
/** Characters that are examined. The time grows with their square and blocks the event loop. */
const looksAt = 40;

/** Common passwords that the lists lack: the passphrase of a well-known comic, and the seasons in German. */
const lacking = [
  ...['correcthorsebatterystaple', 'correct horse battery staple', 'correct-horse-battery-staple'],
  ...['fruhling', 'fruehling', 'sommer', 'herbst', 'winter', 'januar', 'februar', 'marz', 'maerz', 'april', 'mai'],
  ...['juni', 'juli', 'august', 'september', 'oktober', 'november', 'dezember'],
];

/**
 * Estimates how many guesses a password withstands: common passwords, names, keyboard patterns, repeats, dates, letters
 * replaced by digits.
 */
@Injectable()
export class PasswordStrength {
  private estimator: Promise<ZxcvbnFactory> | undefined;

  /** Refuses a password that is easy to guess from common lists or from the names of its person. */
  async refuseGuessable(
    password: string,
    { handle, displayName }: Pick<User, 'handle' | 'displayName'>,
  ): Promise<Reply<never> | undefined> {
    const estimator = await (this.estimator ??= loadEstimator());
    const about = [...partsOf(handle), ...partsOf(displayName), 'devchitchat', ...lacking];
    const typed = password.normalize('NFKC');
    const plain = typed.normalize('NFD').replace(/\p{Mn}/gu, '');
    const guessesOf = (text: string): number => estimator.check(text, about).guesses;
    const isWeak = [...new Set([typed, plain])].some((each) => {
      const rest = withoutNames(each, [handle, displayName]);
      return guessesOf(each) < fewestGuesses || (rest !== null && guessesOf(rest) < fewestGuessesBesideNames);
    });
    return isWeak ? refused(reasons.passwordGuessable) : undefined;
  }
}

/** A name, its words, and its words without separators. */
function partsOf(name: string): readonly string[] {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(({ length }) => length > 1);
  return [name, ...words, words.join('')];
}

/** Shorter names are parts of many words. */
const shortestName = 3;

/** The letters and digits of a password besides its person's names, in lower case; `null` if it has none of them. */
function withoutNames(password: string, names: readonly string[]): string | null {
  const parts = names
    .flatMap((name) => partsOf(name.normalize('NFKC')))
    .flatMap((name) => [name, name.normalize('NFD').replace(/\p{Mn}/gu, '')])
    .map((name) => name.toLowerCase())
    .filter(({ length }) => length >= shortestName)
    .sort((a, b) => b.length - a.length);
  const folded = password.toLowerCase();
  const rest = parts.reduce((left, name) => left.replaceAll(name, ''), folded);
  return rest === folded ? null : rest.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Loads the estimator with the first password that a person sets, since its lists take about 7 MB. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: looksAt });
}
