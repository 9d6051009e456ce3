import type { LinkState, Stream } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';

export interface TileState {
  readonly kind: Stream['kind'];
  readonly name: string;
  readonly isMine: boolean;
  /** Of the link that the picture comes over; of one's own picture there is none. */
  readonly link: LinkState | null;
  /** Frames came, and go on coming as far as the browser says. */
  readonly hasPicture: boolean;
}

/** What a tile waits for, in words; `null` while there is a picture. */
export function tileStatus({ kind, name, isMine, link, hasPicture }: TileState): string | null {
  if (isMine) {
    if (hasPicture) return null;
    return kind === 'camera' ? t('Your camera is starting…') : t('Your screen is starting…');
  }
  if (link === 'unreachable') return t('{name} can’t be reached.', { name });
  if (link === 'interrupted') return t('The connection to {name} is interrupted.', { name });
  if (hasPicture) return null;
  if (link !== 'connected') return t('Connecting to {name}…', { name });
  return kind === 'camera' ? t('Waiting for {name}’s camera…', { name }) : t('Waiting for {name}’s screen…', { name });
}
