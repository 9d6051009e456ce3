import { importedMessage, limits, utf8Length } from '@devchitchat/contracts';
import { exportedMessage } from './export';
import { messagesFor } from './message';

const author = { id: '80351110224678912', name: 'nelly' };
const exported = (more: object) =>
  exportedMessage.parse({
    id: '334385',
    type: 'Default',
    timestamp: '2017-07-11T17:27:07.299+00:00',
    content: '',
    author,
    ...more,
  });

const handles = new Map([
  ['1', 'otto'],
  ['2', 'otto-b'],
]);
const surroundings = {
  handleOf: (id: string) => handles.get(id),
  channelName: (id: string) => (id === '7' ? 'workshop' : undefined),
  authorOf: (id: string) => (id === '100' ? '1' : undefined),
  isPinned: () => false,
};
const brought = (more: object) => messagesFor(exported(more), surroundings);
const textOf = (more: object) => brought(more).map(({ text }) => text);

describe('an imported Discord message', () => {
  it.each([
    ['<@1> and <@!2>, not <@3>', '@otto and @otto-b, not <@3>'],
    ['in <#7>, not in <#8>', 'in #workshop, not in #channel'],
    ['<:party:12> <a:dance:13>', ':party: :dance:'],
    ['at <t:1558264781:R> or <t:1558264781>', 'at 2019-05-19 11:19 UTC or 2019-05-19 11:19 UTC'],
    ['<@&5>, *look*', '@role, *look*'],
  ])('%s', (content, text) => expect(textOf({ content })).toEqual([text]));

  it('mentions people whom the exporter named instead of their id, longest name first', () => {
    const mentions = [
      { id: '1', name: 'Otto', nickname: 'Otto (he)' },
      { id: '2', name: 'Otto', nickname: 'Otto (he) B.' },
    ];
    expect(textOf({ content: '@Otto (he) B. and @Otto (he)!', mentions })).toEqual(['@otto-b and @otto!']);
  });

  it('does not take a handle for a name', () => {
    const mentions = [{ id: '2', name: 'otto', nickname: null }];
    expect(textOf({ content: '<@2> and @otto', mentions })).toEqual(['@otto-b and @otto-b']);
  });

  it('keeps its times, and its reply target if that exists', () => {
    const [reply] = brought({
      content: 'yes',
      timestampEdited: '2017-07-11T18:00:00+00:00',
      reference: { messageId: '100' },
    });
    expect(reply).toMatchObject({
      saidAt: Date.UTC(2017, 6, 11, 17, 27, 7, 299),
      editedAt: Date.UTC(2017, 6, 11, 18),
      replyTo: { id: '100', authorId: '1' },
    });
    expect(brought({ content: 'yes', reference: { messageId: '99' } })[0]).not.toHaveProperty('replyTo');
  });

  it('has reactions of known users, and the others as text', () => {
    const users = [{ id: '1', name: 'otto' }];
    const reactions = [
      { emoji: { id: null, name: '👍' }, count: 1, users },
      { emoji: { id: '', name: '❤' }, count: 1, users },
      { emoji: { id: null, name: '🎉' }, count: 4 },
      { emoji: { id: '99', name: 'party' }, count: 2, users },
    ];
    expect(brought({ content: 'Done', reactions })).toMatchObject([
      {
        text: 'Done\n*Reactions: 🎉 4, :party: 2*',
        reactions: [
          { authorId: '1', emoji: '👍' },
          { authorId: '1', emoji: '❤️' },
        ],
      },
    ]);
  });

  it('lists attachments and embeds of programs, but no link previews', () => {
    const attachments = [
      { url: 'https://cdn.example/a (1).png', fileName: 'a [1].png', fileSizeBytes: 2_345_678 },
      { url: 'folder/b.txt', fileName: 'b.txt', fileSizeBytes: 12 },
    ];
    expect(textOf({ attachments })).toEqual([
      String.raw`📎 [a \[1\].png](https://cdn.example/a%20%281%29.png), 2.3 MB` + '\n📎 b.txt, 1 kB',
    ]);
    const embeds = [{ title: 'Oak', url: 'https://example.org/oak', description: '41 a board\nup by 2' }];
    expect(textOf({ embeds })).toEqual(['> [Oak](https://example.org/oak)\n> 41 a board\n> up by 2']);
    expect(textOf({ content: 'https://example.org/oak', embeds })).toEqual(['https://example.org/oak']);
    expect(textOf({ forwardedMessage: { content: 'a\nb' }, stickers: [{ name: 'wave' }] })).toEqual([
      'Forwarded:\n> a\n> b\nSticker: wave',
    ]);
  });

  it.each([' \n', '\u3164', '\u2800 \u200b', '\u202e', '\ufeff', '\u{e0041}'])(
    'is dropped if nobody sees it: %j',
    (content) => expect(brought({ content })).toEqual([]),
  );

  it.each([
    ['❤', '❤️'],
    ['#\u20e3', '#️⃣'],
    ['❤\u200d🔥', '❤️‍🔥'],
    ['🏳\u200d🌈', '🏳️‍🌈'],
    ['👁\u200d🗨', '👁️‍🗨️'],
    ['👍🏽', '👍🏽'],
    ['🇩🇪', '🇩🇪'],
  ])('has the reaction %s, with or without variation selectors', (name, whole) => {
    const [message] = brought({ content: 'x', reactions: [{ emoji: { id: null, name }, count: 1, users: [author] }] });
    expect(message?.reactions).toEqual([{ authorId: author.id, emoji: whole }]);
  });

  it.each([
    ['words', 'wood '.repeat(3_000)],
    ['one word', 'w'.repeat(20_000)],
    ['another script', '木'.repeat(4_000)],
    ['emoji', '🪵'.repeat(4_000)],
  ])('is several where it is longer than a message may be: %s', (_what, content) => {
    const pieces = brought({ content, reactions: [{ emoji: { name: '👍' }, count: 1, users: [author] }] });
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) {
      expect(importedMessage.safeParse(piece).success).toBe(true);
      expect(utf8Length(piece.text)).toBeLessThanOrEqual(limits.messageBytes);
    }
    expect(
      pieces
        .map(({ text }) => text)
        .join('')
        .replaceAll(' ', ''),
    ).toBe(content.replaceAll(' ', ''));
    expect(pieces.map(({ id }) => id).slice(0, 2)).toEqual(['334385', '334385_2']);
    expect(pieces.flatMap(({ reactions }) => reactions)).toHaveLength(1);
  });
});
