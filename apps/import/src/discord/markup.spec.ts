import { mentionsIn } from '@devchitchat/message-text';
import { plain } from './markup';

const handles = new Map([
  ['1', 'sam-walker'],
  ['2', 'otto'],
  ['3', 'sakura'],
]);
const names = { handleOf: (id: string) => handles.get(id), channelName: () => undefined };
const sam = { id: '1', name: 'sam.walker', nickname: 'Sam', isBot: false };
const otto = { id: '2', name: 'otto', nickname: 'Otto (he)', isBot: false };
const sakura = { id: '3', name: 'sakura', nickname: 'さくら', isBot: false };
const texted = (content: string, ...mentions: (typeof sam)[]) => plain(content, mentions, names);

describe('a mention that the exporter wrote by name', () => {
  it.each([
    ['ask @Samantha, or mail help@Samsung.example', 'ask @Samantha, or mail help@Samsung.example'],
    [
      '@Sam, @Sam! (@Sam) "@Sam" @Sam’s *@Sam*',
      ...['@sam-walker, @sam-walker! (@sam-walker) "@sam-walker" @sam-walker’s *@sam-walker*'],
    ],
    ['@Sam.', '@sam-walker.'],
    ['@Sam- and @Sam', '@sam-walker- and @sam-walker'],
    ['@sam.walker and @sam', '@sam-walker and @sam'],
    [
      '@Sam@social.example, @Sam-Otto, @Sam.example, @Sam_x, @Sam1',
      '@Sam@social.example, @Sam-Otto, @Sam.example, @Sam_x, @Sam1',
    ],
    ['`@Sam` and ``a `@Sam` b``', '`@Sam` and ``a `@Sam` b``'],
    ['```\n@Sam\n```', '```\n@Sam\n```'],
    ['https://video.example/@Sam/1?of=@Sam', 'https://video.example/@Sam/1?of=@Sam'],
    ['mailto:me@Sam x@Sam', 'mailto:me@Sam x@Sam'],
    ['@Sam\u200dx @Sa\u0301m @Samé', '@Sam\u200dx @Sa\u0301m @Samé'],
    ['参见@Sam说', '参见@sam-walker说'],
    ['_@Sam_ __@Sam__ ___@Sam___ ***@Sam***', '_@sam-walker_ __@sam-walker__ ___@sam-walker___ ***@sam-walker***'],
    ['_hi @Sam_ ~~@Sam~~ ||@Sam||', '_hi @sam-walker_ ~~@sam-walker~~ ||@sam-walker||'],
    ['x_@Sam_ a@_@Sam @Sam__x _@Sam_x', 'x_@Sam_ a@_@Sam @Sam__x _@Sam_x'],
  ])('%j becomes %j', (content, expected) => expect(texted(content, sam)).toBe(expected));

  it('ends where the name ends, in scripts without spaces', () =>
    expect(texted('@さくらさん、@Otto (he)?', sakura, otto)).toBe('@sakuraさん、@otto?'));

  it('means no one if two people have the name', () =>
    expect(texted('@Sam', sam, { ...otto, nickname: 'Sam' })).toBe('@Sam'));

  it('means the person with the nickname rather than the one with the name', () =>
    expect(texted('@otto', { ...sam, nickname: 'otto' }, otto)).toBe('@sam-walker'));

  it('stays if the message mentions no one', () => expect(texted('@Sam')).toBe('@Sam'));
});

describe('a mention by id', () => {
  it.each(['<@1>', 'a<@!1>b', '参见<@1>さん', '<@1><@2>', '-<@1>-', '<@1>_x', '.<@1>.'])(
    '%s mentions the person',
    (content) => {
      expect(mentionsIn(texted(content)).handles).toContain('sam-walker');
    },
  );

  it('stays in code', () => expect(texted('`<@1>`')).toBe('`<@1>`'));
  it('of someone unknown stays', () => expect(texted('<@9>')).toBe('<@9>'));
});

describe('a code block', () => {
  it.each([
    ['```ts\nlet a;\n```', '```ts\nlet a;\n```'],
    ['```let a;```', '```\nlet a;\n```'],
    ['see ```js\nlet a;``` and', 'see \n```js\nlet a;\n```\n and'],
    ['> ```js\n> let a;\n> ```\nafter', '> ```js\n> let a;\n> ```\nafter'],
    ['> so\n```let a;```', '> so\n```\nlet a;\n```'],
    ['```\nnever closed <@1>', '```\nnever closed @sam-walker'],
  ])('%j becomes %j', (content, expected) => expect(texted(content)).toBe(expected));
});

it('a command is its name', () => expect(texted('try </roll dice:12>')).toBe('try /roll dice'));
