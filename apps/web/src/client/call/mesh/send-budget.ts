/** What one person may send on one link, in bits a second. */
export interface LinkBudget {
  readonly camera: number;
  readonly screen: number;
}

/** Everything one person sends, to everybody together, in bits a second. A home's line upwards is thin. */
const total = { camera: 1_500_000, screen: 5_000_000 } as const;
/** 180p at 15 frames a second needs no more than this, and is no picture below. */
const camera = { most: 300_000, least: 80_000 } as const;
const screen = { most: 2_500_000, least: 300_000 } as const;

const within = (share: number, { most, least }: { most: number; least: number }): number =>
  Math.round(Math.min(most, Math.max(least, share)));

/** Divides what one person sends among so many links. */
export const linkBudget = (links: number): LinkBudget => ({
  camera: within(total.camera / Math.max(1, links), camera),
  screen: within(total.screen / Math.max(1, links), screen),
});
