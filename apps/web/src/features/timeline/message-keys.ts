import type { MessageAction } from './message-actions';

const keys: Readonly<Record<string, readonly MessageAction[]>> = {
  r: ['reply'],
  e: ['edit'],
  '+': ['react'],
  p: ['pin', 'unpin'],
  h: ['history'],
  Delete: ['delete'],
};

/** What a key does to the message in focus; `null` where it does nothing, or that cannot be done to this one. */
export function actionOf(key: string, offered: readonly MessageAction[]): MessageAction | null {
  const actions = Object.hasOwn(keys, key) ? (keys[key] ?? []) : [];
  return actions.find((action) => offered.includes(action)) ?? null;
}
