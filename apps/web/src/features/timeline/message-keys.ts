import type { OfferedAction } from './message-actions';

const keys: Readonly<Record<string, readonly OfferedAction[]>> = {
  r: ['reply'],
  e: ['edit'],
  '+': ['react'],
  p: ['pin', 'unpin'],
  h: ['history'],
  Delete: ['delete'],
};

/** The action of a key on the focused message; `null` if the key has none, or the message does not offer it. */
export function actionOf(key: string, offered: readonly OfferedAction[]): OfferedAction | null {
  const actions = Object.hasOwn(keys, key) ? (keys[key] ?? []) : [];
  return actions.find((action) => offered.includes(action)) ?? null;
}
