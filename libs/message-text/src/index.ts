export { blocks, mentionsIn, type Block } from './blocks';
export type { Inline, Style } from './inline';
export { inOneLine } from './one-line';
