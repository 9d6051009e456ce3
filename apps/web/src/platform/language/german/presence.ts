import type { Catalogue } from '../text';

export const presence = {
  Active: 'Aktiv',
  Idle: 'Inaktiv',
  'In the background': 'Im Hintergrund',
  Online: 'Online',
  Offline: 'Offline',
} satisfies Catalogue;
