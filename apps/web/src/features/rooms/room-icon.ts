import type { RoomKind } from '@devchitchat/contracts';

/** The icon before a room's name. */
export const roomIcon = (kind: RoomKind) => (({ public: 'hash', private: 'lock', direct: 'people' }) as const)[kind];
