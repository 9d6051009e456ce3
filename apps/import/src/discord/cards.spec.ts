import { inOneLine, mentionsIn } from '@devchitchat/message-text';
import { exportedMessage } from './export';
import { messagesFor } from './message';

const nothing = {
  handleOf: (id: string) => (id === '1' ? 'nelly' : undefined),
  channelName: (id: string) => (id === '2' ? 'general' : undefined),
  authorOf: () => undefined,
  isPinned: () => false,
};
const textsOf = (more: object) =>
  messagesFor(
    exportedMessage.parse({
      id: '334385',
      type: 'Default',
      timestamp: '2017-07-11T17:27:07.299+00:00',
      content: '',
      author: { id: '1', name: 'nelly' },
      ...more,
    }),
    nothing,
  ).map(({ text }) => text);

describe('a card', () => {
  it.each<[string, object, string]>([
    ['only fields', { fields: [{ name: 'Status', value: 'green', isInline: true }] }, '> **Status**: green'],
    ['only a footer', { footer: { text: 'Build 7' } }, '> Build 7'],
    [
      'only an image',
      { image: { url: 'https://cdn.example/a.png', width: 1 } },
      '> [image](https://cdn.example/a.png)',
    ],
    ['only images', { images: [{ url: 'https://cdn.example/a.png' }] }, '> [image](https://cdn.example/a.png)'],
    ['only a thumbnail', { thumbnail: { url: 'https://cdn.example/t.png' } }, '> [image](https://cdn.example/t.png)'],
    ['only an author', { author: { name: 'Nightly', url: null } }, '> Nightly'],
    ['only a video', { video: { url: 'https://cdn.example/v.mp4' } }, '> [video](https://cdn.example/v.mp4)'],
    ['only an address', { url: 'https://example.org' }, '> [https://example.org](https://example.org)'],
    ['only a title', { title: 'Done' }, '> **Done**'],
    ['only a picture of the export', { thumbnail: { url: 'general_Files\\t.png' } }, '> 📎 t.png'],
    [
      "Discord's markup in every text",
      {
        title: '<:done:1> Build',
        description: 'by <@1>, at <t:0:R>',
        fields: [{ name: 'In <#2>', value: '</deploy:3> <a:go:4>' }],
        footer: { text: '<@1>' },
      },
      // Discord shows a footer as it is.
      '> **:done: Build**\n> by @nelly, at 1970-01-01 00:00 UTC\n> **In #general**: /deploy :go:\n> <@1>',
    ],
  ])('with %s is kept', (_what, card, text) => expect(textsOf({ embeds: [card] })).toEqual([text]));

  it('keeps all of its parts', () => {
    const card = {
      author: { name: 'CI', url: 'https://ci.example' },
      title: 'Build [7]',
      url: 'https://ci.example/7',
      description: 'It\npassed.',
      fields: [
        { name: 'Branch', value: 'main' },
        { name: 'Log', value: 'one\ntwo' },
        { name: '\u200b', value: 'no name' },
      ],
      image: { url: 'https://ci.example/i.png' },
      images: [{ url: 'https://ci.example/i.png' }],
      footer: { text: 'nightly' },
      timestamp: '2019-05-19T11:19:00+00:00',
    };
    expect(textsOf({ embeds: [card], content: 'Look: https://ci.example/7' })).toEqual([
      `Look: https://ci.example/7
> [CI](https://ci.example)
> [Build \\[7\\]](https://ci.example/7)
> It
> passed.
> **Branch**: main
> **Log**
> one
> two
> no name
> [image](https://ci.example/i.png)
> nightly · 2019-05-19 11:19 UTC`,
    ]);
  });
});

describe('a forwarded message', () => {
  const snapshot = {
    content: 'a\nb',
    embeds: [{ title: 'T', fields: [{ name: 'n', value: 'v' }] }],
    stickers: [{ id: '1', name: 'wave', format: 'Png', sourceUrl: 'https://cdn.example/w.png' }],
    attachments: [{ id: '1', fileName: 'x.txt', url: 'x.txt', fileSizeBytes: 1 }],
  };
  const text =
    'Forwarded:\n> a\n> b\n> > **T**\n> > **n**: v\n> Sticker: [wave](https://cdn.example/w.png)\n> 📎 x.txt, 1 kB';

  it.each([
    ['forwardedMessage', { forwardedMessage: snapshot }],
    ['messageSnapshots', { messageSnapshots: [{ message: snapshot }] }],
    ['flat messageSnapshots', { messageSnapshots: [snapshot] }],
  ])('as %s is kept with cards, stickers and attachments', (_what, more) => expect(textsOf(more)).toEqual([text]));

  it('that the export does not have is noted', () =>
    expect(textsOf({ reference: { type: 'Forward', messageId: '1' } })).toEqual([
      'Forwarded:\n> a message that is not in the export',
    ]));
});

describe('a poll', () => {
  it('has its question and answers, with their emoji', () => {
    const answers = [
      { text: 'here <#2>', emoji: null },
      { emoji: { id: null, name: '🍕' } },
      { text: 'x', emoji: { id: '1', name: 'y' } },
    ];
    expect(textsOf({ poll: { question: { text: 'Where, <@1>?' }, answers } })).toEqual([
      '**Poll: Where, @nelly?**\n- here #general\n- 🍕\n- :y: x',
    ]);
  });

  it.each(['', null, { text: null }])('without a question (%j) has its answers', (question) =>
    expect(textsOf({ poll: { question, answers: [{ emoji: '👍' }] } })).toEqual(['**Poll**\n- 👍']),
  );
});

it('a sticker has its address', () =>
  expect(textsOf({ stickers: [{ name: 'wave', sourceUrl: 'https://cdn.example/w.png' }] })).toEqual([
    'Sticker: [wave](https://cdn.example/w.png)',
  ]));

describe('a name of a file, sticker or author', () => {
  const names = ['__init__.py', 'IMG_2020_01.jpg', '_a.png', 'b_.png', '*x*~~y~~`z`||q||.txt', 'a [1].png', ']([.png'];

  it.each([...names, '@everyone.png', 'photo@2x.png', String.raw`a\_b\*.txt`])('is shown as it is: %s', (name) => {
    for (const url of ['', 'a.json_Files/x', `https://cdn.example/${encodeURIComponent(name)}`]) {
      const [text = ''] = textsOf({
        attachments: [{ fileName: name, url }],
        stickers: [{ name, sourceUrl: url }],
        embeds: [{ author: { name, url } }],
      });
      expect(inOneLine(text, { hidden: '' })).toBe(`${name} Sticker: ${name} 📎 ${name}`);
      expect(mentionsIn(text)).toEqual({ handles: new Set(), everyone: false });
    }
  });
});
