import { isOverBudget, sendBudget } from './send-budget';

const frames = (count: number, data: string) => Array.from({ length: count }, () => ({ data }));
const kilobytes = (count: number, type: string) => type.padEnd(count * 1024, 'x');

describe('the send budget', () => {
  it.each([
    ['nothing waits', [], 0],
    ['as many frames as may wait', frames(sendBudget.frames, '2[]'), 0],
    ['as many bytes as may be told', frames(16, kilobytes(64, '2')), 0],
    ['a large answer that was asked for', frames(4, kilobytes(1_000, '3')), 0],
    ['a heartbeat without data', [{}], 0],
    ['an answer under way', [], 1_000_000],
  ])('holds when %s', (_what, waiting, unsent) => {
    expect(isOverBudget(waiting, unsent)).toBe(false);
  });

  it.each([
    ['one frame more', frames(sendBudget.frames + 1, '2[]'), 0],
    ['more than a megabyte of events', frames(17, kilobytes(64, '2')), 0],
    ['unread answers', frames(9, kilobytes(1_000, '3')), 0],
    ['unsent bytes', [], sendBudget.bytes + 1],
  ])('is spent with %s', (_what, waiting, unsent) => {
    expect(isOverBudget(waiting, unsent)).toBe(true);
  });
});
