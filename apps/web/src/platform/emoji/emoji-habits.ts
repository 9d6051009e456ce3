import { keepLocally, localList, localText } from '../browser/local-store';
import { skinTones, type SkinTone } from './emoji';
import { withRecent } from './recent-emojis';

const toneKey = 'devchitchat skin tone';
const recentKey = 'devchitchat recent emoji';

/** The skin tone chosen on this device. */
export const keptTone = (): SkinTone => skinTones.find((tone) => tone === localText(toneKey)) ?? '';

export const keepTone = (tone: SkinTone): void => keepLocally(toneKey, tone === '' ? null : tone);

/** The emoji used on this device, latest first, without skin tones. */
export const recentEmojis = (): readonly string[] =>
  localList(recentKey).filter((emoji): emoji is string => typeof emoji === 'string');

export const keepRecent = (emoji: string): void =>
  keepLocally(recentKey, JSON.stringify(withRecent(recentEmojis(), emoji)));
