import { describe, expect, it } from '@jest/globals';
import { nameFrom } from './name-from';

describe('the name that a handle suggests', () => {
  it.each([
    ['ada', 'Ada'],
    ['sam-walker', 'Sam Walker'],
    ['mcFly_42', 'McFly 42'],
    ['B', 'B'],
    ['a--b__c', 'A B C'],
    ['', ''],
    ['-', ''],
  ])('of %j is %j', (handle, name) => {
    expect(nameFrom(handle)).toBe(name);
  });
});
