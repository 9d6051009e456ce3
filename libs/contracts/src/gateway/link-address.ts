import * as z from 'zod';

/** The scheme, host and port of a web page, as browsers write them. */
export const webOrigin = z
  .string()
  .max(300)
  .refine(
    (text) => URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text),
    'is not the origin of a page',
  );

/** The people who can open a link: everyone on the internet, everyone in the same network, or only the machine it was made on. */
export const linkReaches = ['everyone', 'network', 'this-computer'] as const;
export type LinkReach = (typeof linkReaches)[number];

/** Most alternatives in one answer. */
export const maxLinkAlternatives = 6;

export const linkAddress = z.object({
  /** The beginning of every link, before `/#/`. */
  origin: webOrigin,
  reach: z.enum(linkReaches),
  /** Other addresses at which devices of the network may reach this server. */
  alternatives: z.array(webOrigin).max(maxLinkAlternatives),
  /**
   * Why only this computer opens the link: `loopback`, the server accepts no connections from elsewhere; `unknown`, it does,
   * but cannot know by which address, as in a container.
   */
  obstacle: z.enum(['loopback', 'unknown']).nullable(),
});
export type LinkAddress = z.infer<typeof linkAddress>;
