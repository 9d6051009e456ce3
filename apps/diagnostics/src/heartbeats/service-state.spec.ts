import { stateOf } from './service-state';

describe('the state of a service', () => {
  it.each([
    ['well', { agoMs: 2_000, eventLoopDelayP99Ms: 20 }, 60_000],
    ['slow', { agoMs: 2_000, eventLoopDelayP99Ms: 300 }, 60_000],
    ['silent', { agoMs: 5_001, eventLoopDelayP99Ms: 20 }, 60_000],
    ['silent', undefined, 5_001],
    ['unknown', undefined, 4_000],
  ] as const)('is %s when %j was heard after listening for %i ms', (state, heard, listeningForMs) => {
    expect(stateOf(heard, listeningForMs)).toBe(state);
  });
});
