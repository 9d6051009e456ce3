import { describe, expect, it } from '@jest/globals';
import { allReasons } from '@devchitchat/contracts';
import { german } from './german/german';
import { translated } from './sentence';
import { sentencesIn } from './testing/server-sentences';
import { sourcesIn } from './testing/sources';

const workspace = `${import.meta.dirname}/../../../../..`;
const folders = ['auth', 'messaging', 'signaling', 'diagnostics', 'gateway']
  .map((app) => `apps/${app}/src`)
  .concat('libs/contracts/src', 'libs/service-kit/src');

/** Who starts a process or imports reads English: its environment, its command line. */
const isForPeople = ({ path }: { path: string }) =>
  !/(^|\/)(environment|make-bot|imported|.*-address)\.ts$|(^|\/)imports\//.test(path);

const sentences = [
  ...new Set(
    folders
      .flatMap((folder) => sourcesIn(`${workspace}/${folder}`, ['.ts']))
      .filter(isForPeople)
      .flatMap(sentencesIn)
      .concat(allReasons.map(({ sentence }) => sentence.replace(/\{[\w:]+\}/g, '7'))),
  ),
];
const inGerman = (answers: Readonly<Record<string, string>>) =>
  sentences.map((sentence) => translated(sentence, answers)).join('\n');

describe('what the server can say', () => {
  it('is found in its sources', () => {
    expect(sentences.length).toBeGreaterThan(60);
    expect(sentences).toEqual(
      expect.arrayContaining([
        'There is no such room, or you are not in it.',
        'This handle is taken. Choose another one.',
        'Too fast: 7 at once, then 7 a minute. Try again in 7.',
        'longer than 7 bytes',
        'Only an admin can do this. Ask one of them.',
        '7 is silent.',
      ]),
    );
  });

  it('can be said in German', () => {
    const english = sentences.filter((sentence) => translated(sentence, german.answers) === sentence);
    expect(english).toEqual([]);
  });

  it('is all that there are answers for', () => {
    const all = inGerman(german.answers);
    const unneeded = Object.keys(german.answers).filter((key) => {
      const others = Object.fromEntries(Object.entries(german.answers).filter(([other]) => other !== key));
      return inGerman(others) === all;
    });
    expect(unneeded).toEqual([]);
  });
});
