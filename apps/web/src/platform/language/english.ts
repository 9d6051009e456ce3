import type { Forms } from './catalogue/catalogue';
import type { Text } from './text';

/** English texts are written where they are used. Only their singular forms are here. */
export const english = {
  '{count} messages found': { one: '{count} message found', other: '{count} messages found' },
  '{count} devices': { one: '{count} device', other: '{count} devices' },
  '{count} people': { one: '{count} person', other: '{count} people' },
  'It’s shown only now. {count} people can join with it.': {
    one: 'It’s shown only now. {count} person can join with it.',
    other: 'It’s shown only now. {count} people can join with it.',
  },
  '{count} people are in it.': { one: '{count} person is in it.', other: '{count} people are in it.' },
  '{count} others': { one: '{count} other', other: '{count} others' },
  '{count} new messages': { one: '{count} new message', other: '{count} new messages' },
  '{count} mention you': { one: '{count} mentions you', other: '{count} mention you' },
  '{count} messages from {people}': {
    one: '{count} message from {people}',
    other: '{count} messages from {people}',
  },
  '{count} unsent messages are kept and sent later.': {
    one: '{count} unsent message is kept and sent later.',
    other: '{count} unsent messages are kept and sent later.',
  },
  '{count} messages are not sent yet, and would be lost.': {
    one: '{count} message is not sent yet, and would be lost.',
    other: '{count} messages are not sent yet, and would be lost.',
  },
  '{names} are in the call': { one: '{names} is in the call', other: '{names} are in the call' },
  '{count} bytes left': { one: '{count} byte left', other: '{count} bytes left' },
  'Too long by {count} bytes. Shorten it, or send it in two parts.': {
    one: 'Too long by {count} byte. Shorten it, or send it in two parts.',
    other: 'Too long by {count} bytes. Shorten it, or send it in two parts.',
  },
  '{count} frames, {size}': { one: '{count} frame, {size}', other: '{count} frames, {size}' },
  '{count} messages could not be sent.': {
    one: '{count} message could not be sent.',
    other: '{count} messages could not be sent.',
  },
  '{count} files': { one: '{count} file', other: '{count} files' },
  '{count} pictures': { one: '{count} picture', other: '{count} pictures' },
  'A message can have up to {count} files. The others weren’t attached.': {
    one: 'A message can have up to {count} file. The others weren’t attached.',
    other: 'A message can have up to {count} files. The others weren’t attached.',
  },
} satisfies Partial<Record<Text, Forms>>;
