/** Parses a style sheet into its comments, which is all that our rules check. @type {import('eslint').Linter.Parser} */
export const cssComments = {
  meta: { name: 'css-comments', version: '1' },
  parseForESLint(text) {
    const place = placesIn(text);
    const comments = [...text.matchAll(/\/\*(.*?)\*\//gs)].map((match) => ({
      type: 'Block',
      value: match[1],
      ...place(match.index, match.index + match[0].length),
    }));
    return { ast: { type: 'Program', body: [], tokens: [], comments, ...place(0, text.length) } };
  },
};

function placesIn(text) {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const at = (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - starts[line] };
  };
  return (start, end) => ({ range: [start, end], loc: { start: at(start), end: at(end) } });
}
