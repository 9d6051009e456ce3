import { describe, expect, it } from '@jest/globals';
import type { AnyEvent, FileId, Message } from '@devchitchat/contracts';
import { ada, bob, RoomLog } from '@devchitchat/contracts/testing';
import { emptyTimeline, fold, withMessages, withSnapshot, type Timeline } from './fold';

const log = Array.from({ length: 120 }).reduce<RoomLog>(
  (room, _, i) => room.said(i % 2 ? ada : bob, `line ${String(i + 1)}`),
  new RoomLog(),
);
const whole = log.events.reduce(fold, emptyTimeline);
const messages = (first: number, last: number): readonly Message[] => whole.messages.slice(first - 1, last);
const seqs = (timeline: Timeline) => timeline.messages.map((message) => message.seq);

describe('the timeline', () => {
  it('is in the order of seq, whatever the order of arrival', () => {
    expect([...log.events].reverse().reduce(fold, emptyTimeline)).toEqual(whole);
  });

  it('holds a message once, however often it arrives', () => {
    const again = [...log.events, ...log.events].reduce(fold, emptyTimeline);
    expect(again).toEqual(whole);
  });

  it('forgets the files of a deleted message, which go with its words', () => {
    const deleted = new RoomLog().said(ada, 'look').deleted(1, ada).events;
    const file = { fileId: 'f_5p1s8w3z7b2e6j9q' as FileId, name: 'a', kind: 'other', type: 'x/y', bytes: 1 } as const;
    const [sent, gone] = [deleted.at(-2), deleted.at(-1)] as [AnyEvent, AnyEvent];
    const [message] = fold(emptyTimeline, sent).messages as [Message];
    const held = withMessages(emptyTimeline, [{ ...message, files: [file] }]);
    expect(held.messages[0]?.files).toEqual([file]);
    expect(fold(held, gone).messages[0]).not.toHaveProperty('files');
  });

  it('is the same object after an event that changes nothing', () => {
    expect(fold(whole, log.events[7] as AnyEvent)).toBe(whole);
  });

  it('ignores events that are not about messages', () => {
    const joined = new RoomLog().joined(ada).events[0] as AnyEvent;
    expect(fold(whole, joined)).toBe(whole);
  });

  it('prepends a page of history', () => {
    const latest = withMessages(emptyTimeline, messages(101, 120));
    expect(seqs(withMessages(latest, messages(81, 100)))).toEqual(messages(81, 120).map((message) => message.seq));
  });

  it('accepts a distant page and leaves the gap open', () => {
    const latest = withMessages(emptyTimeline, messages(101, 120));
    expect(seqs(withMessages(latest, messages(11, 20))).slice(8, 12)).toEqual([19, 20, 101, 102]);
  });

  it('keeps messages that a snapshot continues', () => {
    const earlier = withMessages(emptyTimeline, messages(50, 70));
    expect(seqs(withSnapshot(earlier, log.latest))[0]).toBe(50);
  });

  it('drops messages that a snapshot does not continue', () => {
    const earlier = withMessages(emptyTimeline, messages(1, 20));
    expect(seqs(withSnapshot(earlier, log.latest))[0]).toBe(71);
  });

  it('keeps an erased message erased, whichever reply came last', () => {
    const [said] = messages(5, 5) as [Message];
    const erased = { ...said, text: null };
    expect(withMessages(withMessages(emptyTimeline, [erased]), [said]).messages).toEqual([erased]);
    expect(withMessages(withMessages(emptyTimeline, [said]), [erased]).messages).toEqual([erased]);
  });
});
