import type { Unread } from '../../client/reading/unread';
import { unreadText } from '../../client/reading/unread-text';
import type { IconName } from '../../platform/design/icon';
import type { Searched } from './fuzzy';
import { t } from '../../platform/language/t';
import type { Label } from '../../platform/language/text';

export interface PaletteEntry extends Searched {
  readonly key: string;
  readonly icon: IconName;
  /** Its kind, or its number of unread messages. */
  readonly note: string;
  /** It has unread messages. */
  readonly waits: boolean;
  readonly run: () => void;
}

/** The kind of a room or conversation, or its unread messages. */
export const noteOf = (unread: Unread | undefined, kind: Label): Pick<PaletteEntry, 'note' | 'waits'> => ({
  note: unread ? unreadText(unread) : t(kind),
  waits: unread !== undefined,
});

/** An entry that runs an action. Its English label finds it in every language. */
export const action = (label: Label, icon: IconName, run: () => void): PaletteEntry => ({
  key: label,
  icon,
  label: t(label),
  alias: label,
  about: '',
  note: t('Action'),
  waits: false,
  run,
});
