export { blocks, type Block } from './blocks';
export type { Inline, Style } from './inline';
export { handleCharacter, mentionStart } from './mention-signs';
export { mentionsIn } from './mentions';
export { inOneLine } from './one-line';
