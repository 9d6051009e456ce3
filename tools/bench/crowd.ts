import { expectNothingLost, mapValues, medianOf, ratios } from './comparison';
import { floorIsHere, startFloor } from './floor-target';
import { startProduct } from './product-target';
import { inRounds, type PutLoad } from './rounds';
import type { Target } from './target';

/** Ten seconds of a busy room. */
const load: PutLoad = { name: '50 a second', pace: { perSecond: 50 }, messages: 500 };

/**
 * Measures a room in which some people write and all receive, each on a socket.
 * @throws when a person misses a message or receives one twice
 */
export async function measureCrowd(people: number, rounds: number, print: (text: string) => void) {
  const targets: Target[] = [];
  try {
    targets.push(await startProduct('home', people));
    if (floorIsHere()) targets.push(await startFloor(people));
    const results = await inRounds(targets, [load], rounds, print);
    expectNothingLost(results);
    return {
      people,
      results: mapValues(results, (measured) => mapValues(measured, medianOf)),
      ratiosToFloor: ratios(results),
    };
  } finally {
    await Promise.all(targets.map((target) => target.end()));
  }
}
