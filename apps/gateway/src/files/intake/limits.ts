/** Pixels that are decoded for one still picture: a phone's largest photos have 108 million, common ones 12 to 50. */
export const maxPixels = 120_000_000;

/** Pixels of all frames of an animation together, each of which is encoded again. */
export const maxAnimatedPixels = 50_000_000;

/** Within these, a picture is kept as it is. */
export const largeForm = { width: 2_048, height: 2_048 } as const;
export const smallForm = { width: 960, height: 400 } as const;
