import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  commonReasons,
  limits,
  refused,
  signalingReasons,
  type PeerId,
  type Reply,
} from '@devchitchat/contracts';
import type { Signal } from './signal';
import { SignalQueue } from './signal-queue';
import { TestClock } from '../../../platform/time/testing/test-clock';

const [one, two] = ['p_1', 'p_2'] as [PeerId, PeerId];
const incarnation = 1;
const offer = (negotiation: number): Signal => ({ type: 'offer', incarnation, negotiation, sdp: '' });
const ice = (...names: string[]): Signal => ({
  type: 'ice',
  incarnation,
  candidates: names.map((candidate) => ({ candidate, sdpMid: null, sdpMLineIndex: null, usernameFragment: null })),
});

/** A server that replies after 10 ms, successfully unless the spec says otherwise. */
function lineTo(...replies: Reply<unknown>[]) {
  const clock = new TestClock();
  const posted: [PeerId, Signal][] = [];
  const post = (to: PeerId, signal: Signal) => {
    posted.push([to, signal]);
    const reply = replies.shift() ?? accepted({});
    return new Promise<Reply<unknown>>((resolve) => clock.after(10, () => resolve(reply)));
  };
  return { clock, posted, line: new SignalQueue(post, clock) };
}

describe('the signal queue of a peer', () => {
  it('delivers signals in order, one at a time, and does not delay other peers', async () => {
    const { clock, posted, line } = lineTo();
    line.send(one, offer(1));
    line.send(one, ice('a'));
    line.send(two, offer(7));
    await clock.pass(5);
    expect(posted).toEqual([
      [one, offer(1)],
      [two, offer(7)],
    ]);
    await clock.pass(100);
    expect(posted.slice(2)).toEqual([[one, ice('a')]]);
  });

  it('batches candidates that arrive while a signal is in flight', async () => {
    const { clock, posted, line } = lineTo();
    line.send(one, offer(1));
    for (const name of ['a', 'b', 'c']) line.send(one, ice(name));
    await clock.pass(100);
    expect(posted).toEqual([
      [one, offer(1)],
      [one, ice('a', 'b', 'c')],
    ]);
  });

  it('merges requests for an offer while a signal is in flight', async () => {
    const { clock, posted, line } = lineTo();
    line.send(one, offer(1));
    for (const restart of [false, true, false]) line.send(one, { type: 'ask', incarnation, restart });
    line.send(one, ice('a'));
    await clock.pass(100);
    expect(posted.slice(1)).toEqual([
      [one, { type: 'ask', incarnation, restart: true }],
      [one, ice('a')],
    ]);
  });

  it('keeps within the limit of candidates per negotiation', async () => {
    const { clock, posted, line } = lineTo();
    for (let at = 0; at <= limits.candidatesPerNegotiation; at++) line.send(one, ice(String(at)));
    await clock.pass(100);
    const sent = posted.flatMap(([, signal]) => (signal.type === 'ice' ? signal.candidates : []));
    expect(sent).toHaveLength(limits.candidatesPerNegotiation);
    line.send(one, offer(1));
    line.send(one, ice('again'));
    await clock.pass(100);
    expect(posted.at(-1)).toEqual([one, ice('again')]);
  });

  it('retries a signal that was not delivered, and drops one that was refused', async () => {
    const { clock, posted, line } = lineTo(
      refused(commonReasons.serverLate),
      accepted({}),
      refused(signalingReasons.callUnknown),
    );
    line.send(one, offer(1));
    line.send(one, ice('a'));
    await clock.pass(2_000);
    expect(posted.map(([, { type }]) => type)).toEqual(['offer', 'offer', 'ice']);
  });

  it('skips an offer that a newer one replaced', async () => {
    const { clock, posted, line } = lineTo();
    for (const negotiation of [1, 2, 3]) line.send(one, offer(negotiation));
    await clock.pass(100);
    expect(posted).toEqual([
      [one, offer(1)],
      [one, offer(3)],
    ]);
  });

  it('skips signals about a link that a newer incarnation replaced', async () => {
    const { clock, posted, line } = lineTo();
    line.send(one, offer(1));
    line.send(one, ice('a'));
    line.send(one, { type: 'ask', incarnation, restart: true });
    line.send(one, { ...ice('b'), incarnation: 2 });
    await clock.pass(100);
    expect(posted).toEqual([
      [one, offer(1)],
      [one, { ...ice('b'), incarnation: 2 }],
    ]);
  });

  it('sends nothing to a peer that left', async () => {
    const { clock, posted, line } = lineTo();
    line.send(one, offer(1));
    line.send(one, ice('a'));
    line.drop(one);
    await clock.pass(100);
    expect(posted).toEqual([[one, offer(1)]]);
  });
});
