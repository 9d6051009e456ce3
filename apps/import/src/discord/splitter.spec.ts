import { Malformed, Splitter } from './splitter';

const whole = `{
  "channel": { "id": "1", "topic": "a \\"messages\\": [ in a string" },
  "messages": [
    { "id": "1", "content": "a } and a ] and a \\\\" },
    { "id": "2", "content": "two", "reactions": [{ "users": [{}] }] }
  ],
  "messageCount": 2
}`;

/** Feeds the text in pieces of `size` characters. */
function split(text: string, size: number) {
  const splitter = new Splitter();
  const elements = [];
  for (let at = 0; at < text.length; at += size) elements.push(...splitter.push(text.slice(at, at + size)));
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
      { id: '2', content: 'two', reactions: [{ users: [{}] }] },
    ]);
  });

  it('finds no messages in an empty export', () => {
    expect(split('{"guild":{"id":"1"},"messages":[]}', 5)).toEqual({ head: '{"guild":{"id":"1"}}', elements: [] });
  });

  it.each([
    ['half of it', whole.slice(0, -60), 'ends in the middle'],
    ['another JSON', '{"people": []}', 'no list of messages'],
    ['a list', '[{"id": 1}]', 'no list of messages'],
    ['nothing', '', 'no list of messages'],
    ['one end too many', `${whole}}`, 'closes more'],
  ])('says what is wrong with %s', (_what, text, reason) => {
    expect(() => split(text, 50)).toThrow(Malformed);
    expect(() => split(text, 50)).toThrow(reason);
  });
});
