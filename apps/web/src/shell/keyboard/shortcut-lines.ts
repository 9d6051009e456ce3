import type { Label } from '../../platform/language/text';

interface ShortcutLine {
  readonly keys: readonly string[];
  readonly does: Label;
}

/** All shortcuts, as the sheet lists them. */
export const sheet: readonly { readonly heading: Label; readonly lines: readonly ShortcutLine[] }[] = [
  {
    heading: 'Everywhere',
    lines: [
      { keys: ['Ctrl', 'K'], does: 'Open the command palette' },
      { keys: ['Alt', '↓'], does: 'Next room' },
      { keys: ['Alt', '↑'], does: 'Previous room' },
      { keys: ['Alt', 'Shift', '↓'], does: 'Next unread room' },
      { keys: ['Alt', 'Shift', '↑'], does: 'Previous unread room' },
      { keys: ['Ctrl', 'F'], does: 'Search' },
      { keys: ['?'], does: 'Show shortcuts' },
    ],
  },
  {
    heading: 'While writing',
    lines: [
      { keys: ['Enter'], does: 'Send' },
      { keys: ['Shift', 'Enter'], does: 'New line' },
      { keys: ['↑'], does: 'Edit your last message' },
      { keys: ['Shift', 'Tab'], does: 'Go to the messages' },
      { keys: ['Esc'], does: 'Focus the composer' },
    ],
  },
  {
    heading: 'On a message',
    lines: [
      { keys: ['↑', '↓'], does: 'Move between messages' },
      { keys: ['Enter'], does: 'Go to its actions' },
      { keys: ['R'], does: 'Reply' },
      { keys: ['E'], does: 'Edit' },
      { keys: ['+'], does: 'React' },
      { keys: ['P'], does: 'Pin or unpin' },
      { keys: ['H'], does: 'Edit history' },
      { keys: ['Del'], does: 'Delete' },
    ],
  },
];
