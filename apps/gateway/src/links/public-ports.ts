/** The public ports. Filled in once both listeners are open, and read for every page. */
export interface PublicPorts {
  readonly secure: number;
  readonly plain: number;
  /** The port that the gateway itself listens on. */
  readonly listening: number;
}
