import type { Label } from '../../platform/language/text';

/** The names of the colours in the style sheet, by their index. */
export const toneNames: readonly Label[] = [
  'Blue',
  'Copper',
  'Green',
  'Magenta',
  'Petrol',
  'Ochre',
  'Violet',
  'Red',
  'Moss',
  'Slate',
];
