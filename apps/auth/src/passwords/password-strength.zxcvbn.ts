import { authReasons as reasons, refused, type Reply, type User } from '@devchitchat/contracts';
import { Injectable } from '@nestjs/common';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/**
 * Passwords that need fewer guesses are refused. An attacker with the stolen file finds them in an afternoon, despite
 * argon2id.
 */
const fewestGuesses = 1e8;
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
    const guesses = [...new Set([typed, plain])].map((each) => estimator.check(each, about).guesses);
    if (Math.min(...guesses) >= fewestGuesses) return undefined;
    return refused(reasons.passwordGuessable);
  }
}

/** A name, its words, and its words without separators. */
function partsOf(name: string): readonly string[] {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(({ length }) => length > 1);
  return [name, ...words, words.join('')];
}

/** Loads the estimator with the first password that a person sets, since its lists take about 7 MB. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: looksAt });
}
