import { t } from '../../platform/language/t';
import type { Digest } from './digest';
import type { Unread } from './unread';

/** "5 unread, 2 mention you" */
export function unreadText({ messages, mentions }: Unread): string {
  const unread = t('{count} unread', { count: messages });
  return mentions === 0 ? unread : `${unread}, ${t('{count} mention you', { count: mentions })}`;
}

/** "While you were away: 214 messages from 4 people, 3 mention you" */
export function digestText({ messages, people, mentions }: Digest): string {
  const said = t('{count} messages from {people}', {
    count: messages,
    people: t('{count} people', { count: people }),
  });
  const meant = mentions === 0 ? '' : `, ${t('{count} mention you', { count: mentions })}`;
  return t('While you were away: {what}', { what: `${said}${meant}` });
}
