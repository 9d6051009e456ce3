/** The outcome for a file: how readers get it, or why it is refused. */
export type Outcome =
  | { readonly kind: 'picture'; readonly width: number; readonly height: number; readonly isAnimated?: true }
  | { readonly kind: 'video' | 'audio' | 'other'; readonly type: string }
  | 'unreadable'
  | 'too large';

export interface CorpusFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly becomes: Outcome;
}

/** Planted wherever a format has room for texts that people do not see. None may reach readers of a picture. */
export const planted = 'PLANTED-SECRET';
export const script = '<script>alert(1)</script>';
