import { describe, expect, it } from '@jest/globals';
import { steppedItem } from './menu-steps';

const labels = ['Mark as read', ' Notifications ', 'Jump to date', 'Moderation log'];
const step = (key: string, here: number) => steppedItem(key, here, labels);

describe('keys in a menu', () => {
  it('wrap around with the arrow keys', () => {
    expect([step('ArrowDown', -1), step('ArrowDown', 0), step('ArrowDown', 3)]).toEqual([0, 1, 0]);
    expect([step('ArrowUp', -1), step('ArrowUp', 0), step('ArrowUp', 3)]).toEqual([3, 3, 2]);
  });

  it('reach both ends with Home and End', () => {
    expect([step('Home', 2), step('End', 1)]).toEqual([0, 3]);
  });

  it('reach the next item that begins with a letter, wrapping around', () => {
    expect([step('m', -1), step('m', 0), step('M', 3), step('n', 0)]).toEqual([0, 3, 0, 1]);
  });

  it('do nothing otherwise, or in an empty menu', () => {
    expect([step('x', 0), step(' ', 0), step('Enter', 0), steppedItem('End', -1, [])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
