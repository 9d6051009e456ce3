import { limits } from '@devchitchat/contracts';
import { piecesThatStall } from '@devchitchat/contracts/testing';
import { blocks, type Block } from './blocks';
import type { Inline } from './inline';
import { inOneLine } from './one-line';

const tags = { strong: 'b', em: 'i', strike: 's', spoiler: 'spoiler' } as const;

/** The parsed blocks of a text, written as tags. */
const shown = (text: string): string => blocks(text).map(block).join('');

function block(each: Block): string {
  switch (each.kind) {
    case 'text':
      return `<p>${each.children.map(inline).join('')}</p>`;
    case 'quote':
      return `<quote>${each.children.map(inline).join('')}</quote>`;
    case 'code':
      return `<pre>${each.text}</pre>`;
    case 'spoiler':
      return `<spoilers>${each.blocks.map(block).join('')}</spoilers>`;
    case 'list': {
      const items = each.items.map((children) => `<li>${children.map(inline).join('')}</li>`).join('');
      return each.start === null ? `<ul>${items}</ul>` : `<ol ${String(each.start)}>${items}</ol>`;
    }
  }
}

function inline(each: Inline): string {
  switch (each.kind) {
    case 'text':
      return each.text;
    case 'code':
      return `<code>${each.text}</code>`;
    case 'link':
      return `<a ${each.href}>${each.children.map(inline).join('')}</a>`;
    case 'mention':
      return `<at>${each.handle}</at>`;
    default:
      return `<${tags[each.kind]}>${each.children.map(inline).join('')}</${tags[each.kind]}>`;
  }
}

describe('inline Markdown', () => {
  it.each([
    [
      '**bold** __bold__ *italic* _italic_ ~~gone~~ ||secret||',
      '<p><b>bold</b> <b>bold</b> <i>italic</i> <i>italic</i> <s>gone</s> <spoiler>secret</spoiler></p>',
    ],
    ['**bold with *italic* in it**', '<p><b>bold with <i>italic</i> in it</b></p>'],
    ['***both***', '<p><b><i>both</i></b></p>'],
    ['`a *b* c` and ``a ` b``', '<p><code>a *b* c</code> and <code>a ` b</code></p>'],
    ['[name](https://a.example/x)', '<p><a https://a.example/x>name</a></p>'],
    [
      '[https://bank.example](https://evil.example)!',
      '<p>[https://bank.example](<a https://evil.example/>https://evil.example</a>)!</p>',
    ],
    ['[ ](https://a.example/x)', '<p>[ ](<a https://a.example/x>https://a.example/x</a>)</p>'],
    ['[\u200b](https://a.example/x)', '<p>[\u200b](<a https://a.example/x>https://a.example/x</a>)</p>'],
    ['||pop||||pop|| **a****b**', '<p><spoiler>pop</spoiler><spoiler>pop</spoiler> <b>a</b><b>b</b></p>'],
    ['___both___ *a **b***', '<p><b><i>both</i></b> <i>a <b>b</b></i></p>'],
    ['**https://a.example/x_y_z**', '<p><b><a https://a.example/x_y_z>https://a.example/x_y_z</a></b></p>'],
    [
      'see http://a.example/x. Or (https://b.example)',
      '<p>see <a http://a.example/x>http://a.example/x</a>. Or (<a https://b.example/>https://b.example</a>)</p>',
    ],
    ['@Ada, hello', '<p><at>ada</at>, hello</p>'],
    ['[**x** `y`](https://a.example)', '<p><a https://a.example/><b>x</b> <code>y</code></a></p>'],
    ['[x](https://a.example/A_(b))', '<p><a https://a.example/A_(b)>x</a></p>'],
    ['[x](<https://a.example>)', '<p><a https://a.example/>x</a></p>'],
    ['[[1] a\\]](https://a.example)', '<p><a https://a.example/>[1] a]</a></p>'],
    [
      '[@ada https://b.example ||x||](https://b.example)',
      '<p><a https://b.example/>@ada https://b.example ||x||</a></p>',
    ],
    [
      '[**bank**.example](https://evil.example)',
      '<p>[**bank**.example](<a https://evil.example/>https://evil.example</a>)</p>',
    ],
    ['_@ada_ __@ada__', '<p><i><at>ada</at></i> <b><at>ada</at></b></p>'],
    ['|| secret ||', '<p><spoiler> secret </spoiler></p>'],
    ['**a ||b** c||', '<p>**a <spoiler>b** c</spoiler></p>'],
    ['||a **b|| c**', '<p><spoiler>a **b</spoiler> c**</p>'],
    ['**a ||**b**|| c**', '<p><b>a <spoiler><b>b</b></spoiler> c</b></p>'],
  ])('means by %j', (text, meaning) => {
    expect(shown(text)).toBe(meaning);
  });

  it.each([
    '2 * 3 * 4',
    'snake_case_name and __init__.py_x',
    '**never closed',
    '`never closed',
    '[a](javascript:alert(1))',
    '[a](data:text/html,x)',
    'mail@ada.example',
    'a || b',
    '****',
    '~~~~ and ||||',
    'The password was ********, not ____.',
    'f****ing f*** this s***',
    'Is it **** or ~~~~ or ||||?',
    'I ____ you ____',
    'कि_ता_ब',
    '𠮷_x_',
    '<b>no HTML</b> &amp;',
    '~~ spaces ~~',
  ])('takes %j for plain text', (text) => {
    expect(shown(text).replace(/<b>init<\/b>/, '__init__')).toBe(`<p>${text}</p>`);
  });

  it('treats an escaped marker as plain text', () => {
    expect(shown(String.raw`\*not italic\* \`code\` \@ada`)).toBe('<p>*not italic* `code` @ada</p>');
  });

  it('separates overlapping markers', () => {
    expect(shown('**a *b** c*')).toBe('<p><b>a *b</b> c*</p>');
  });
});

describe('block Markdown', () => {
  it.each([
    ['before\n```ts\nconst a = **b**;\n\n```\nafter', '<p>before</p><pre>const a = **b**;\n</pre><p>after</p>'],
    ['```\nnever closed', '<pre>never closed</pre>'],
    ['````\n```\n````\nafter', '<pre>```</pre><p>after</p>'],
    ['```js {1,2}\na\n```', '<pre>js {1,2}\na</pre>'],
    ['```c++\na\n```', '<pre>a</pre>'],
    ['```\nrun();\nend();```\nafter', '<pre>run();\nend();</pre><p>after</p>'],
    ['```\na\n````', '<pre>a</pre>'],
    ['```{\n  "a": 1\n}```', '<pre>{\n  "a": 1\n}</pre>'],
    ['```run();\nend();\n```', '<pre>run();\nend();</pre>'],
    ['```said', '<p>```said</p>'],
    ['> ```js\n> let a;\n> let b;\n> ```', '<quote><code>let a;\nlet b;</code></quote>'],
    ['see ```\na\n``` and ```b{\n}```', '<p>see <code>a</code> and <code>b{\n}</code></p>'],
    ['||```ts\na\n```||', '<p><spoiler><code>a</code></spoiler></p>'],
    ['`js\na`, ```\n```', '<p><code>js\na</code>, <code>\n</code></p>'],
    ['||\n- a\n- b\n||', '<spoilers><ul><li>a</li><li>b</li></ul></spoilers>'],
    ['so ||> a\n> b|| end', '<p>so</p><spoilers><quote>a\nb</quote></spoilers><p> end</p>'],
    ['||\n- a\n||\nb ||c||', '<spoilers><ul><li>a</li></ul></spoilers><p>b <spoiler>c</spoiler></p>'],
    ['- a ||b\n- c|| d', '<ul><li>a </li></ul><spoilers><p>b</p><ul><li>c</li></ul></spoilers><p> d</p>'],
    ['||\n```\n||\n```\n||', '<spoilers><pre>||</pre></spoilers>'],
    ['a || b\n\n- c ||d|| e', '<p>a || b</p><ul><li>c <spoiler>d</spoiler> e</li></ul>'],
    ['>', '<p>></p>'],
    ['> said\n> *so*\nyes', '<quote>said\n<i>so</i></quote><p>yes</p>'],
    ['- one\n- two\n\n3. three\n4. four', '<ul><li>one</li><li>two</li></ul><ol 3><li>three</li><li>four</li></ol>'],
    ['one\n\n  two\nthree', '<p>one\n\n  two\nthree</p>'],
    ['-5 degrees\n1.5 litres', '<p>-5 degrees\n1.5 litres</p>'],
  ])('means by %j', (text, meaning) => {
    expect(shown(text)).toBe(meaning);
  });
});

it.each([
  ['> '.repeat(4_000), 1],
  ['>\n'.repeat(4_000), 1],
  [`> a\n${'>\n'.repeat(3_990)}> b`, 4],
  [`a\n${'\n'.repeat(7_990)}b`, 4],
])('a text of blank lines is few lines high', (text, height) => {
  expect(inOneLine(text, { hidden: '' })).not.toBe('');
  expect(shown(text).split('\n')).toHaveLength(height);
});

describe('any text', () => {
  /** Deterministic, so that a failure can be repeated. */
  function* numbers(seed: number) {
    for (let state = seed; ;) yield (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  }
  const pieces = [
    '*',
    '**',
    '_',
    '__',
    '~~',
    '||',
    '`',
    '```',
    '\n',
    '> ',
    '- ',
    '1. ',
    '[',
    '](',
    ')',
    'https://a.example',
    '@ada',
    '\\',
    ' ',
    'word',
    '🎲',
    '\ud83d',
    '<b>',
    'é',
  ];
  const words = (shown: string) => shown.replace(/[^\p{L}]/gu, '');

  it('parses and loses no word', () => {
    const random = numbers(7);
    for (let round = 0; round < 3_000; round++) {
      const length = (random.next().value as number) % 40;
      const text = Array.from({ length }, () => pieces[(random.next().value as number) % pieces.length]).join('');
      const kept = words(JSON.stringify(blocks(text)));
      const count = (of: string) => of.split('word').length - 1;
      expect(count(kept)).toBe(count(text));
    }
  });

  /** Pieces that begin something which ends late or never. */
  const unclosed = [
    ...[
      'https://a/)',
      'https://a/,',
      'https://a,',
      'https://a:',
      'https://a/&amp;',
      'https://a/（',
      'https://a/((',
      'a.',
      'a.b/',
    ],
    ...[
      '[a](',
      '[a](b)',
      '[[',
      '[](',
      '@ab-',
      '@ab_@',
      '_@ab',
      '@ab/',
      '请@ab.',
      '```a\n',
      '```a\na```\n',
      '```\n````\n',
    ],
    ...['||\n- ', '- ||\n', '||**', '||a||\n- ', '>\n', '\n\n\na'],
  ];

  it.each([
    ['blocks', blocks],
    ['one line', (text: string) => inOneLine(text, { hidden: '' })],
  ])('is parsed in linear time: %s', (_what, read) => {
    expect(piecesThatStall(read, 4 * limits.messageBytes)).toEqual([]);
    expect(piecesThatStall(read, limits.messageBytes, unclosed)).toEqual([]);
  });

  it('finds code that ends after unclosed runs of backticks', () => {
    const runs = (count: number) => Array.from({ length: count }, (_, at) => '`'.repeat(at + 2)).join(' ');
    expect(shown(`${runs(40)} \`code\``)).toContain('<code>code</code>');
  });
});
