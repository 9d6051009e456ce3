/** The members of `now` that `before` lacks, and those of `before` that `now` lacks. */
export function arrivals<Who>(before: ReadonlySet<Who>, now: ReadonlySet<Who>): { came: Who[]; went: Who[] } {
  return { came: [...now].filter((who) => !before.has(who)), went: [...before].filter((who) => !now.has(who)) };
}
