import { authReasons as reasons, refused, type Reply, type User } from '@devchitchat/contracts';
import { Injectable } from '@nestjs/common';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Fewer tries than this find it: an afternoon's work for somebody who has stolen the file, even with argon2id. */
const fewestGuesses = 1e8;
/** Characters that are looked at. Its time grows with the square of them, and all others wait meanwhile. */
const looksAt = 40;

/** What the lists lack and everybody tries: the passphrase of a comic, and the times of the year in German. */
const lacking = [
  ...['correcthorsebatterystaple', 'correct horse battery staple', 'correct-horse-battery-staple'],
  ...['fruhling', 'fruehling', 'sommer', 'herbst', 'winter', 'januar', 'februar', 'marz', 'maerz', 'april', 'mai'],
  ...['juni', 'juli', 'august', 'september', 'oktober', 'november', 'dezember'],
];

/** Estimates how many tries a password withstands: top lists, names, keyboard walks, repeats, dates, letters as digits. */
@Injectable()
export class PasswordStrength {
  private estimator: Promise<ZxcvbnFactory> | undefined;

  /** Refuses a password that is guessed soon by whoever knows the lists, and the names of its person. */
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

/** A name, its words, and its words without what is between them. */
function partsOf(name: string): readonly string[] {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(({ length }) => length > 1);
  return [name, ...words, words.join('')];
}

/** Its lists take some 7 MB, so they come with the first password that somebody sets. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: looksAt });
}
