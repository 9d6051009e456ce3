export { blocks, type Block } from './blocks';
export type { Inline, Style } from './inline';
export { mentionStart, nameGoesOn } from './letters';
export { mentionsIn } from './mentions';
export { inOneLine } from './one-line';
