/**
 * A noun clause or an indefinite person in place of a subject, at the beginning of a sentence: "What a page has not sent
 * yet." for "Unsent messages."
 */
const hiddenSubject = /(?:^|[.;] )(What|Who|Whoever|Whose|Somebody|Nobody)\b/;

/** Several `//` on lines that follow each other are one comment. */
const continues = (comment, previous) =>
  comment.type === 'Line' && previous?.type === 'Line' && comment.loc.start.line === previous.loc.end.line + 1;

const inGroups = (comments) =>
  comments.reduce((groups, comment, index) => {
    if (continues(comment, comments[index - 1])) groups.at(-1).push(comment);
    else groups.push([comment]);
    return groups;
  }, []);

/** The text of a comment on one line, without the asterisks of a docstring. */
const textOf = (group) =>
  group
    .map(({ value }) => value.replace(/^\s*\*+/gm, ' '))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Refuses comments and docstrings with a sentence that hides its subject. */
export const plainComments = {
  meta: {
    type: 'problem',
    docs: { description: 'A sentence of a comment opens with its subject' },
    schema: [],
    messages: {
      hiddenSubject:
        'A sentence that opens with "{{ word }}" hides its subject. Name the thing, then say what it does.',
    },
  },
  create: (context) => ({
    Program() {
      for (const group of inGroups(context.sourceCode.getAllComments())) {
        const [, word] = hiddenSubject.exec(textOf(group)) ?? [];
        if (word) context.report({ loc: group[0].loc, messageId: 'hiddenSubject', data: { word } });
      }
    },
  }),
};
