import type { IconName } from '../../platform/design/icon';
import { t } from '../../platform/language/t';
import type { Label } from '../../platform/language/text';

export interface PaletteEntry {
  readonly key: string;
  readonly icon: IconName;
  readonly label: string;
  /** Alternative names, which are searched but not shown. */
  readonly alias: string;
  /** Its kind, or its number of unread messages. */
  readonly note: string;
  readonly run: () => void;
}

/** An entry that runs an action. Its English label finds it in every language. */
export const action = (label: Label, icon: IconName, run: () => void): PaletteEntry => ({
  key: label,
  icon,
  label: t(label),
  alias: label,
  note: t('Action'),
  run,
});
