import { describe, expect, it } from '@jest/globals';
import { lastEventOf, withLine, type RoomLine } from '@devchitchat/contracts';
import { ada, aBusyRoom, bob, cyd, RoomLog } from '@devchitchat/contracts/testing';
import { emptyTimeline, withMessages, withSnapshot } from './fold';
import { mergedLines } from './lines';

const whole = aBusyRoom().events.reduce(withLine, []);

describe('lines of two sources', () => {
  it('come once each, in order, however they overlap and in whichever order they arrive', () => {
    for (let at = 0; at <= whole.length; at++) {
      for (const overlap of [0, 1, 3]) {
        const [early, late] = [whole.slice(0, at), whole.slice(Math.max(0, at - overlap))];
        expect(mergedLines(early, late)).toEqual(whole);
        expect(mergedLines(late, early)).toEqual(whole);
      }
    }
  });

  it('are the same object if nothing is new', () => {
    expect(mergedLines(whole, whole.slice(2, 5))).toBe(whole);
    expect(mergedLines(whole, [])).toBe(whole);
  });

  it('keep the one that tells of more people', () => {
    const log = new RoomLog().joined(ada).joined(bob).joined(cyd);
    const [two] = log.snapshotAfter(3).lines as [RoomLine];
    const [three] = log.latest.lines as [RoomLine];
    expect(mergedLines([two], [three])).toEqual([three]);
    expect(mergedLines([three], [two])).toEqual([three]);
    expect(lastEventOf(three)).toBeGreaterThan(lastEventOf(two));
  });
});

describe('the lines of a timeline', () => {
  const { latest } = new RoomLog().joined(ada).said(ada, 'one').joined(bob);

  it('come with snapshots and pages', () => {
    expect(withSnapshot(emptyTimeline, latest).lines).toEqual(latest.lines);
    expect(withMessages(emptyTimeline, latest.messages, latest.lines).lines).toEqual(latest.lines);
  });

  it('go with messages that a snapshot does not continue', () => {
    const earlier = withSnapshot(emptyTimeline, latest);
    expect(withSnapshot(earlier, { messages: [], headSeq: 90 }).lines).toEqual([]);
  });
});
