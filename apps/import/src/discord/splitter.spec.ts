import { Malformed, Splitter } from './splitter';

const whole = `{
  "channel": { "id": "1", "topic": "a \\"messages\\": [ in a string" },
  "messages": [
    { "id": "1", "content": "a } and a ] and a \\\\" },
    { "id": "2", "content": "zwei 🪵 木", "reactions": [{ "users": [{}] }] }
  ],
  "messageCount": 2
}`;

/** Feeds the text in pieces of `size` bytes. */
function split(text: string | Buffer, size: number) {
  const splitter = new Splitter();
  const elements = [];
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) elements.push(...splitter.push(bytes.subarray(at, at + size)));
  splitter.end();
  return { head: splitter.head, elements };
}

describe('splitting an export', () => {
  it.each([1, 2, 3, 7, 64, 10_000])('finds the same in pieces of %i', (size) => {
    const { head, elements } = split(whole, size);
    expect(JSON.parse(head!)).toEqual({ channel: { id: '1', topic: 'a "messages": [ in a string' } });
    expect(elements.map(({ line }) => line)).toEqual([4, 5]);
    expect(elements.map(({ text }) => JSON.parse(text) as unknown)).toEqual([
      { id: '1', content: 'a } and a ] and a \\' },
      { id: '2', content: 'zwei 🪵 木', reactions: [{ users: [{}] }] },
    ]);
    const bytes = Buffer.from(whole);
    for (const { text, start, length } of elements) {
      expect(bytes.subarray(start, start + length).toString()).toBe(text);
    }
  });

  it('finds no messages in an empty export', () => {
    expect(split('{"guild":{"id":"1"},"messages":[]}', 5)).toEqual({ head: '{"guild":{"id":"1"}}', elements: [] });
  });

  it.each([
    ['half of it', whole.slice(0, -60), 'ends in the middle'],
    ['nothing', '', 'is empty'],
    ['another format', 'Guild: Woodworkers', 'is not JSON'],
    ['two lone strings', '"Guild" "Woodworkers"', 'is not JSON'],
    ['one end too many', `${whole}}`, 'closes more'],
    ['two exports in one file', `${whole}\n${whole}`, 'something follows its end'],
    ['UTF-16', Buffer.from(`\ufeff${whole}`, 'utf16le'), 'not UTF-8'],
    ['bytes that are no text', Buffer.from(whole.replace('two', '').replace('🪵', '\u00ff'), 'latin1'), 'not UTF-8'],
  ])('says what is wrong with %s', (_what, text, reason) => {
    expect(() => split(text, 50)).toThrow(Malformed);
    expect(() => split(text, 50)).toThrow(reason);
  });

  it.each([
    '{"people": []}',
    '[{"id": 1}]',
    '"text" {}',
    `{"a": "${'x'.repeat(2_000_000)}", "messages": []}`,
    '"a lone \\"string\\""',
    '\ufeff12\n',
    'null',
  ])('finds no export in other JSON', (text) =>
    expect(split(text, 500_000)).toEqual({ head: undefined, elements: [] }),
  );
});
