export { blocks, type Block } from './blocks';
export type { Inline, Style } from './inline';
export { mentionsIn } from './mentions';
export { inOneLine } from './one-line';
export { spoilersIn } from './sections';
