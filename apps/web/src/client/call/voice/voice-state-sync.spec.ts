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

describe('what the others are told of a microphone', () => {
  it('is told once, and not before the call was entered', async () => {
    const { clock, told, voice } = telling();
    voice.set(muted);
    await clock.pass(1_000);
    expect(told).toEqual([]);
    voice.joined(open);
    await clock.pass(1_000);
    expect(told).toEqual([muted]);
  });

  it('is the newest, whatever happened meanwhile', async () => {
    const { clock, told, voice } = telling();
    voice.joined(open);
    for (let times = 0; times < 21; times++) voice.set(times % 2 === 0 ? muted : open);
    voice.set(open);
    await clock.pass(1_000);
    // The first was on its way; of the others, only how it ended counts.
    expect(told).toEqual([muted, open]);
  });

  it('is told again after a refusal for now, at the time that it names', async () => {
    const answers: Reply<unknown>[] = [refused(commonReasons.rateConnections, {}, 700), accepted({})];
    const { clock, told, voice } = telling(() => answers.shift()!);
    voice.joined(open);
    voice.set(muted);
    await clock.pass(700);
    expect(told).toHaveLength(1);
    await clock.pass(200);
    expect(told).toEqual([muted, muted]);
  });

  it('is told no more to a call that this peer is not in', async () => {
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
