import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  commonReasons,
  refused,
  signalingReasons,
  type Reply,
  type VoiceState,
} from '@devchitchat/contracts';
import { TestClock } from '../../../platform/time/testing/test-clock';
import { VoiceStateSync } from './voice-state-sync';

const open = { muted: false, deafened: false };
const muted = { muted: true, deafened: false };

function telling(answer: () => Reply<unknown> = () => accepted({})) {
  const clock = new TestClock();
  const told: VoiceState[] = [];
  const voice = new VoiceStateSync(
    open,
    async (each) => {
      told.push(each);
      await new Promise<void>((resolve) => clock.after(100, resolve));
      return answer();
    },
    clock,
  );
  return { clock, told, voice };
}

describe('the voice state sync', () => {
  it('sends the state once, after the join', async () => {
    const { clock, told, voice } = telling();
    voice.set(muted);
    await clock.pass(1_000);
    expect(told).toEqual([]);
    voice.joined(open);
    await clock.pass(1_000);
    expect(told).toEqual([muted]);
  });

  it('sends the newest state after several changes', async () => {
    const { clock, told, voice } = telling();
    voice.joined(open);
    for (let times = 0; times < 21; times++) voice.set(times % 2 === 0 ? muted : open);
    voice.set(open);
    await clock.pass(1_000);
    // The first was in flight; of the others, only the last counts.
    expect(told).toEqual([muted, open]);
  });

  it('retries after a retryable refusal, at the time it names', async () => {
    const answers: Reply<unknown>[] = [refused(commonReasons.rateConnections, {}, 700), accepted({})];
    const { clock, told, voice } = telling(() => answers.shift()!);
    voice.joined(open);
    voice.set(muted);
    await clock.pass(700);
    expect(told).toHaveLength(1);
    await clock.pass(200);
    expect(told).toEqual([muted, muted]);
  });

  it('stops when the server does not list this peer', async () => {
    const { clock, told, voice } = telling(() => refused(signalingReasons.callUnknown));
    voice.joined(open);
    voice.set(muted);
    await clock.pass(60_000);
    expect(told).toEqual([muted]);
    voice.joined(muted);
    voice.left();
    voice.set(open);
    await clock.pass(60_000);
    expect(told).toEqual([muted]);
  });
});
