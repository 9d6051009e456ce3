import { PictureCache } from './picture-cache';

const picture = (bytes: number) => Buffer.alloc(bytes);
const filled = (maxBytes: number, ...users: readonly string[]): PictureCache => {
  const cache = new PictureCache(maxBytes);
  for (const userId of users) cache.keep(userId, 'face', picture(10), cache.age);
  return cache;
};
const known = (cache: PictureCache, ...users: readonly string[]) => users.filter((userId) => cache.get(userId, 'face'));

describe('the cache of pictures', () => {
  it('keeps those that were read last, up to its size', () => {
    const cache = filled(30, 'ada', 'bob', 'cyd');
    cache.get('ada', 'face');
    cache.keep('dan', 'face', picture(10), cache.age);
    expect(known(cache, 'ada', 'bob', 'cyd', 'dan')).toEqual(['ada', 'cyd', 'dan']);
  });

  it('counts a picture once, however often it is kept', () => {
    const cache = filled(20, 'ada', 'ada', 'ada', 'bob');
    expect(known(cache, 'ada', 'bob')).toEqual(['ada', 'bob']);
  });

  it('has no picture of a user that was dropped, nor one that was read before', () => {
    const cache = filled(30, 'ada', 'bob');
    const { age } = cache;
    cache.drop('ada');
    cache.keep('ada', 'face', picture(10), age);
    expect(known(cache, 'ada', 'bob')).toEqual(['bob']);
    cache.drop();
    expect(known(cache, 'bob')).toEqual([]);
  });

  it('keeps nothing that is larger than itself', () => {
    const cache = filled(5, 'ada');
    expect(known(cache, 'ada')).toEqual([]);
  });
});
