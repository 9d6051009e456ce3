import { describe, expect, it } from '@jest/globals';
import { ada, bob } from '@devchitchat/contracts/testing';
import { nobody, stillWriting, withoutWriter, withWriter, writersSentence, writingHoldsMs } from './writers';

describe('a typing user', () => {
  it('counts for five seconds after the last report', () => {
    const writers = withWriter(withWriter(nobody, ada, 0), ada, 500);
    expect([...stillWriting(writers, writingHoldsMs).keys()]).toEqual([ada]);
    expect([...stillWriting(writers, writingHoldsMs + 500).keys()]).toEqual([]);
  });

  it('is listed in the order of starting', () => {
    const writers = withWriter(withWriter(withWriter(nobody, ada, 0), bob, 1), ada, 2);
    expect([...writers.keys()]).toEqual([ada, bob]);
  });

  it('is removed with their message', () => {
    expect([...withoutWriter(withWriter(nobody, ada, 0), ada).keys()]).toEqual([]);
  });

  it.each([
    [[], ''],
    [['Ada'], 'Ada is typing…'],
    [['Ada', 'Grace'], 'Ada and Grace are typing…'],
    [['Ada', 'Grace', 'Linus'], 'Several people are typing…'],
  ])('%j: %s', (names, sentence) => {
    expect(writersSentence(names)).toBe(sentence);
  });
});
