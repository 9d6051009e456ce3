import { FairLine } from './fair-line';

const takenFrom = (line: FairLine<string>): string[] => {
  const taken: string[] = [];
  for (let item = line.take(); item !== undefined; item = line.take()) taken.push(item);
  return taken;
};

describe('a fair line', () => {
  it('serves waiting people in turn, and each person’s items in order', () => {
    const line = new FairLine<string>(4, 10);
    for (const item of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) line.add(item.charAt(0), item);
    expect(takenFrom(line)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
    expect(line.size).toBe(0);
  });

  it('limits the items of one person, so that they leave space for others', () => {
    const line = new FairLine<string>(2, 4);
    expect(['a1', 'a2', 'a3'].map((item) => line.add('a', item))).toEqual(['waits', 'waits', 'too many of theirs']);
    expect(line.add('b', 'b1')).toBe('waits');
    expect(line.add('c', 'c1')).toBe('waits');
    expect(line.add('d', 'd1')).toBe('full');
    line.take();
    expect(line.add('d', 'd1')).toBe('waits');
  });
});
