import { SeededRandom } from '@devchitchat/service-kit/testing';
import { knowing, knownIn, lineOf, type KnownName, type Tier } from './known-names';

const name = (name: string, tier: Tier, by: string): KnownName => ({ name, tier, by });
const namesOf = (known: readonly KnownName[]) => known.map((each) => each.name);
const all = (names: readonly KnownName[], known: readonly KnownName[] = []) => names.reduce(knowing, known);
const invented = (count: number, tier: Tier, by: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => name(`n${i}.lan`, tier, by(i)));

const box = name('192.168.1.20', 'used', 'u_ada');

describe('names of the network', () => {
  it('stay in the certificate when a guest asks by any number of others', () => {
    const guest = invented(100, 'asked', () => '192.168.1.66');
    const known = all(guest, all([box, name('nas.lan', 'visited', '192.168.1.7')]));
    expect(namesOf(known).slice(0, 2)).toEqual(['192.168.1.20', 'nas.lan']);
    expect(known).toHaveLength(10);
  });

  it('stay in the certificate however many addresses ask by others', () => {
    const known = all(
      invented(500, 'visited', (i) => `10.0.0.${i}`),
      [box],
    );
    expect(known).toHaveLength(32);
    expect(known).toContainEqual(box);
  });

  it('are replaced by a newly requested one, so that old names never block new ones', () => {
    const full = all(
      invented(500, 'visited', (i) => `10.0.0.${i}`),
      [box],
    );
    expect(namesOf(knowing(full, name('fresh.lan', 'asked', '192.168.1.9')))).toContain('fresh.lan');
  });

  it('are not displaced by a person who uses many invented ones', () => {
    const known = all(
      invented(100, 'used', () => 'u_eve'),
      [box],
    );
    expect(known).toContainEqual(box);
    expect(known).toHaveLength(9);
  });

  it('are ordered by their last use, not their first', () => {
    const people = (i: number) => `u_${i}`;
    const known = all([box, ...invented(23, 'used', people), box, name('one-more.lan', 'used', 'u_bob')]);
    expect(known).toContainEqual(box);
    expect(namesOf(known)).not.toContain('n0.lan');
  });

  it('keep their tier when a client only asks by them', () => {
    expect(knowing([box], { ...box, tier: 'asked', by: '192.168.1.66' })).toEqual([box]);
  });

  it('never exceed 32, and a used one is only replaced by a used one', () => {
    const random = new SeededRandom(4);
    let known: readonly KnownName[] = [];
    for (let i = 0; i < 5_000; i++) {
      const tier = random.of(['asked', 'visited', 'used'] as const);
      const next = knowing(known, name(`n${random.below(200)}.lan`, tier, `c${random.below(12)}`));
      const lost = known.filter((each) => !namesOf(next).includes(each.name));
      expect(lost.length).toBeLessThanOrEqual(1);
      if (lost.some(isUsed)) expect(next.at(-1)?.tier).toBe('used');
      expect(next.length).toBeLessThanOrEqual(32);
      known = next;
    }
  });

  it.each([box, name('nas.lan', 'asked', ''), name('fd00::7', 'visited', '')])('are written and read: %j', (known) => {
    expect(knownIn(lineOf(known))).toEqual({ ...known, by: '' });
  });
});

const isUsed = ({ tier }: KnownName) => tier === 'used';
