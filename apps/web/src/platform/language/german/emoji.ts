import type { Catalogue } from '../catalogue/catalogue';

export const emoji = {
  'Search emoji': 'Emoji suchen',
  Emoji: 'Emoji',
  Emojis: 'Emojis',
  'Emoji to insert': 'Emojis zum Einfügen',
  'Groups of emoji': 'Emoji-Gruppen',
  'Recently used': 'Zuletzt benutzt',
  Popular: 'Beliebt',
  Found: 'Gefunden',
  'Loading emoji…': 'Emojis werden geladen …',
  'The emoji could not be loaded.': 'Die Emojis konnten nicht geladen werden.',
  'No emoji found. Try another word.': 'Kein Emoji gefunden. Versuche ein anderes Wort.',
  'Skin tone': 'Hautton',
  'No skin tone': 'Ohne Hautton',
  'Light skin tone': 'Heller Hautton',
  'Medium-light skin tone': 'Mittelheller Hautton',
  'Medium skin tone': 'Mittlerer Hautton',
  'Medium-dark skin tone': 'Mitteldunkler Hautton',
  'Dark skin tone': 'Dunkler Hautton',
} satisfies Catalogue;
