/** Who is in `now` and was not before, and who is not any more. */
export function arrivals<Who>(before: ReadonlySet<Who>, now: ReadonlySet<Who>): { came: Who[]; went: Who[] } {
  return { came: [...now].filter((who) => !before.has(who)), went: [...before].filter((who) => !now.has(who)) };
}
