import { limits, type Ban, type Member, type Mute, type UserId } from '@devchitchat/contracts';
import { peopleAfter, type Listed, type People } from './people-page';

const listed = <Item>(count: number, item: (userId: UserId) => object): Listed<Item>[] =>
  Array.from({ length: count }, (_, at) => ({
    eventId: 10 + at * 3,
    item: item(`u_${String(at).padStart(16, '0')}` as UserId) as Item,
  }));

const peopleOf = (members: number, bans: number, mutes: number, reason = ''): People => ({
  members: listed<Member>(members, (userId) => ({ userId })),
  bans: listed<Ban>(bans, (userId) => ({ userId, reason })),
  mutes: listed<Mute>(mutes, (userId) => ({ userId, reason })),
});

function allPages(people: People) {
  const pages = [peopleAfter(people, null)];
  for (let last = pages[0]!; last.peopleAfter !== null; pages.push(last)) last = peopleAfter(people, last.peopleAfter);
  return pages;
}

const itemsOf = (items: readonly Listed<unknown>[]) => items.map(({ item }) => item);

describe('the people of a room', () => {
  it('come in one answer if they fit, with no next position', () => {
    const people = peopleOf(3, 2, 1);
    expect(peopleAfter(people, null)).toEqual({
      members: itemsOf(people.members),
      bans: itemsOf(people.bans),
      mutes: itemsOf(people.mutes),
      peopleAfter: null,
    });
    expect(peopleAfter(peopleOf(0, 0, 0), null)).toEqual({ members: [], bans: [], mutes: [], peopleAfter: null });
  });

  it.each([
    ['members alone', peopleOf(limits.peoplePerSnapshot * 3 + 1, 0, 0)],
    ['all three lists', peopleOf(limits.peoplePerSnapshot, limits.peoplePerSnapshot + 5, 2_500)],
    ['long reasons', peopleOf(10, 900, 900, '𝕏'.repeat(limits.noteLength))],
    ['a list that ends with its page', peopleOf(limits.peoplePerSnapshot, 1, 0)],
  ])('come once each and in order over several pages: %s', (_what, people) => {
    const pages = allPages(people);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap(({ members }) => members)).toEqual(itemsOf(people.members));
    expect(pages.flatMap(({ bans }) => bans)).toEqual(itemsOf(people.bans));
    expect(pages.flatMap(({ mutes }) => mutes)).toEqual(itemsOf(people.mutes));
    for (const page of pages) expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(160 * 1024);
  });

  it('continue after a position whose person has left meanwhile', () => {
    const { members } = peopleOf(4, 0, 0);
    const people = { members: members.filter(({ eventId }) => eventId !== 13), bans: [], mutes: [] };
    expect(peopleAfter(people, 'members.13').members).toEqual(itemsOf(members.slice(2)));
  });
});
