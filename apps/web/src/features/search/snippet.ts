export interface SnippetPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Splits a snippet at the marks the server set around matches: U+0001 begins one, U+0002 ends it. */
export function snippetParts(snippet: string): readonly SnippetPart[] {
  return snippet.split('\u0001').flatMap((piece, i) => {
    const [match = '', rest = ''] = i === 0 ? ['', piece] : piece.split('\u0002');
    return [
      { text: match, isMatch: true },
      { text: rest, isMatch: false },
    ].filter(({ text }) => text !== '');
  });
}
