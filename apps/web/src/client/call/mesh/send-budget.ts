/** Maximum bitrates of one link, in bits per second. */
export interface LinkBudget {
  readonly camera: number;
  readonly screen: number;
}

/** Maximum bitrates of all links together, in bits per second. Home uplinks are slow. */
const total = { camera: 1_500_000, screen: 5_000_000 } as const;
/** 180p at 15 frames per second needs no more than `max` and is unusable below `min`. */
const camera = { max: 300_000, min: 80_000 } as const;
const screen = { max: 2_500_000, min: 300_000 } as const;

const clamp = (share: number, { max, min }: { max: number; min: number }): number =>
  Math.round(Math.min(max, Math.max(min, share)));

/** Divides the uplink among all links. */
export const linkBudget = (links: number): LinkBudget => ({
  camera: clamp(total.camera / Math.max(1, links), camera),
  screen: clamp(total.screen / Math.max(1, links), screen),
});
