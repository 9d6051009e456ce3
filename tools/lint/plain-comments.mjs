/** A noun clause in place of a subject: "What a page has not sent yet." for "Unsent messages." */
const nounClause = /^(What|Who|Whoever)\b/;

const textOf = (comment) => comment.value.replace(/^[\s*]+/, '');

/** Several `//` on lines that follow each other are one comment. */
const continues = (comment, previous) =>
  comment.type === 'Line' && previous?.type === 'Line' && comment.loc.start.line === previous.loc.end.line + 1;

/** Refuses comments and docstrings that open with a noun clause. */
export const plainComments = {
  meta: {
    type: 'problem',
    docs: { description: 'A comment opens with its subject' },
    schema: [],
    messages: {
      nounClause: 'A comment that opens with "{{ word }}" hides its subject. Name the thing, then say what it does.',
    },
  },
  create: (context) => ({
    Program() {
      const comments = context.sourceCode.getAllComments();
      for (const [index, comment] of comments.entries()) {
        const [, word] = nounClause.exec(textOf(comment)) ?? [];
        if (word && !continues(comment, comments[index - 1]))
          context.report({ loc: comment.loc, messageId: 'nounClause', data: { word } });
      }
    },
  }),
};
