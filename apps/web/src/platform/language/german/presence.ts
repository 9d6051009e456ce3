import type { Catalogue } from '../catalogue/catalogue';

export const presence = {
  Active: 'Aktiv',
  Idle: 'Inaktiv',
  'In the background': 'Im Hintergrund',
  Online: 'Online',
  Offline: 'Offline',
} satisfies Catalogue;
