import { limits } from '@devchitchat/contracts';
import { piecesThatStall } from '@devchitchat/contracts/testing';
import { blocks, type Block } from './blocks';
import type { Inline } from './inline';
import { mentionsIn } from './mentions';

/** The mentions that a page shows: those in the tree of the text. */
function shownIn(text: string): readonly string[] {
  const handlesOf = (children: readonly Inline[]): string[] =>
    children.flatMap((child) =>
      child.kind === 'mention' ? [child.handle] : 'children' in child ? handlesOf(child.children) : [],
    );
  const handlesIn = (block: Block): string[] => {
    if (block.kind === 'code') return [];
    if (block.kind === 'spoiler') return block.blocks.flatMap(handlesIn);
    return block.kind === 'list' ? block.items.flatMap(handlesOf) : handlesOf(block.children);
  };
  return [...new Set(blocks(text).flatMap(handlesIn))];
}

/** Texts with a `@name`, and whether it is a mention. */
const texts: readonly (readonly [where: string, text: string, isMention: boolean])[] = [
  ['alone', '@name', true],
  ['at the end of a sentence', 'Ask @name.', true],
  ['before a comma', '@name, dinner?', true],
  ['in brackets', '(@name)', true],
  ['in quotation marks', '“@name”', true],
  ['after a colon', 'cc:@name', true],
  ['before an apostrophe', '@name’s turn', true],
  ['in capitals', '@NAME', true],
  ['bold', '**@name**', true],
  ['italic', '_so said *@name*_', true],
  ['struck out', '~~@name~~', true],
  ['in a spoiler', '||@name||', true],
  ['in a style that is not closed', '**@name', true],
  ['in bold underscores', '__@name__', true],
  ['in italic underscores', '_@name_', true],
  ['in underscores that are not closed', '__@name', true],
  ['before a hyphen', '@name-', true],
  ['before a dash', '@name--', true],
  ['before an underscore', '@name_', true],
  ['before a vertical bar', '@name|x', true],
  ['in angle brackets', '<@name>', true],
  ['after a word of a script without blanks', '请@name', true],
  ['between words of a script without blanks', '请@name看', true],
  ['before a Korean particle', '@name님', true],
  ['after a prefix that is written onto a name', 'ל@name', true],
  ['after a plus', '+@name', true],
  ['in a spoiler over blocks', '||\n- @name\n||', true],
  ['in a spoiler with blanks', '|| @name ||', true],
  ['after an address and a comma', 'https://a.example,@name', true],
  ['after a closed block of four backticks', '````\n```\n````\n@name', true],
  ['after a code block that ends beside code', '```\nrun()```\n@name', true],
  ['in a line of three backticks that opens nothing', '```a @name', true],
  ['in a quote', '> @name', true],
  ['in a list', 'for\n- @name\n- tea', true],
  ['in a numbered list', '1. @name', true],
  ['after a code block', '```\ncode\n```\n@name', true],
  ['after a code span', '`code` @name', true],
  ['between backticks of different length', '``@name`', true],
  ['after a backtick that is not closed', '` @name', true],
  ['between backticks of two list items', '- a `\n- @name `', true],
  ['after three backticks within a line', 'use ``` for code @name', true],
  ['after an escaped backslash', String.raw`\\@name`, true],
  ['between escaped backticks', '\\`@name\\`', true],
  ['after an address', 'https://a.example @name', true],
  ['after an emoji', '❤️@name', true],
  ['after a keycap', '1️⃣@name', true],
  ['in the text of a link that leads nowhere', '[@name](nowhere)', true],

  ['in a code span', '`@name` is how', false],
  ['in a code span of two backticks', '``a ` @name``', false],
  ['in a code span over two lines', '`a\n@name`', false],
  ['in a code block', '```\n@name\n```', false],
  ['in a code block with a language', '```ts\n@name\n```', false],
  ['in a code block with words about it', '```js {1,2}\n@name\n```', false],
  ['in a code block with a dotted language', '```a.b\n@name\n```', false],
  ['in a code block of a line with backticks', '```a`b\n@name\n```', false],
  ['in a code block of four backticks', '````\n```\n@name\n```\n````', false],
  ['in an indented code block', '  ```\n@name\n  ```', false],
  ['in a code block in a spoiler', '||\n```\n@name\n```\n||', false],
  ['in a code block that is not closed', '```\n@name, for ever', false],
  ['in a code span of a quote', '> `@name`', false],
  ['in bold code', '**`@name`**', false],
  ['escaped', String.raw`\@name`, false],
  ['escaped in bold', String.raw`**\@name**`, false],
  ['in the path of an address', 'https://video.example/@name/123', false],
  ['in the query of an address', 'https://a.example/?to=@name', false],
  ['as the user of an address', 'https://@name.example/', false],
  ['in the target of a named link', '[x](https://social.example/@name)', false],
  ['in the text of a link', '[@name](https://a.example)', false],
  ['in the text of a link that names another host', '[bank.example @name](https://evil.example)', false],
  ['in the bold text of a link', '[**@name**](https://a.example)', false],
  ['in the target of a link with brackets', '[x](https://a.example/(@name))', false],
  ['in the path of an address of another scheme', 'ftp://x/@name', false],
  ['in the path of an address without a scheme', 'social.example/@name', false],
  ['in the query of an address without a scheme', 'social.example/x?to=@name', false],
  ['in a path', 'node_modules/@name/x', false],
  ['in a path from the root', '/@name', false],
  ['with the name of another server', '@name@social.example', false],
  ['with the names of another server', '@name.social.example', false],
  ['as the host of a mail address', 'ada+@name.example', false],
  ['as the host of a Chinese mail address', '用户@name.example', false],
  ['before a letter that no handle has', '@nameé', false],
  ['in an address for mail', 'mailto:x@name.example', false],
  ['in an e-mail address', 'mail x@name.example', false],
  ['after a letter', 'mail@name', false],
  ['after a letter of another script', 'ä@name', false],
  ['after a letter with a combining mark', 'rene\u0301@name.example', false],
  ['after a vowel sign', 'मि@name', false],
  ['after a digit', '9@name', false],
  ['after an underscore in a word', 'a_@name', false],
  ['after a dot', '.@name', false],
  ['after a hyphen', '-@name', false],
  ['after another @', '@@name', false],
  ['with a space', '@ name', false],
  ['without an @', 'name', false],
];

describe.each([
  ['@ada', 'ada'],
  ['@everyone', 'everyone'],
])('%s', (_sign, name) => {
  const rows = texts.map(
    ([where, text, isMention]) =>
      [where, text.replace('name', name).replace('NAME', name.toUpperCase()), isMention] as const,
  );

  it.each(rows)('%s: %j is a mention: %s', (_where, text, isMention) => {
    const { handles, everyone } = mentionsIn(text);
    expect([...handles, ...(everyone ? ['everyone'] : [])]).toEqual(isMention ? [name] : []);
    expect(shownIn(text)).toEqual(isMention ? [name] : []);
  });
});

it.each([
  ['@everyones', ['everyones']],
  ['@everyone-else', ['everyone-else']],
  ['@ada-2 and @x_y', ['ada-2', 'x_y']],
  ['@ada @Ada @bob', ['ada', 'bob']],
  ['@a', []],
  ['@ada@bob', []],
  [`@${'a'.repeat(33)}`, []],
  ['@_ada @-ada', []],
  ['@ada+@bob, @cyd-@dee', ['ada', 'bob', 'cyd', 'dee']],
  ['@ada/@bob/@cyd', ['ada', 'bob', 'cyd']],
  // U+212A KELVIN SIGN, which is a "k" to patterns that ignore case by Unicode's rules.
  ['@\u212aim', []],
])('%j mentions the people %j, and not everyone', (text, handles) => {
  expect([...mentionsIn(text).handles]).toEqual(handles);
  expect(mentionsIn(text).everyone).toBe(false);
});

it('a message mentions a hundred people at most, and everyone besides', () => {
  const text = `${Array.from({ length: 1_500 }, (_, at) => `@p${String(at)} `).join('')}@everyone`;
  const { handles, everyone } = mentionsIn(text);
  expect([...handles]).toEqual(Array.from({ length: 100 }, (_, at) => `p${String(at)}`));
  expect(everyone).toBe(true);
});

it('mentions are found in linear time', () => {
  expect(piecesThatStall((text) => mentionsIn(`@ab ${text}`), limits.messageBytes)).toEqual([]);
});
