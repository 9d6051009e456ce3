import type { LinkState, Stream } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';

export interface TileState {
  readonly kind: Stream['kind'];
  readonly name: string;
  readonly isMine: boolean;
  /** State of the link the video comes over; `null` for the user's own video. */
  readonly link: LinkState | null;
  /** A frame is shown and the track is not muted. */
  readonly hasPicture: boolean;
}

/** The text over a tile; `null` while its video works. */
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
