import type { Catalogue } from '../catalogue/catalogue';

export const typing = {
  '{name} is typing…': '{name} schreibt …',
  '{name} and {other} are typing…': '{name} und {other} schreiben …',
  'Several people are typing…': 'Mehrere schreiben …',
} satisfies Catalogue;
