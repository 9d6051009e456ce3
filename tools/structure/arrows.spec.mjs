import { arrange, graphOf, wayBetween } from './arrows.mjs';

/** `a>b a>b` are two imports from a to b. */
const graph = (arrows) => graphOf(arrows.split(' ').map((arrow) => ({ from: arrow[0], to: arrow[2] })));

describe('arranging a graph', () => {
  it('puts each node after everything it imports', () => {
    expect(arrange(graph('a>b b>c a>c'))).toEqual({ order: ['c', 'b', 'a'], back: [] });
  });

  it('turns around the arrow of a cycle with the fewest imports', () => {
    expect(arrange(graph('a>b a>b b>a')).back).toEqual([['b', 'a']]);
  });

  it('reports no node that imports a cycle or lies between two', () => {
    expect(arrange(graph('a>b a>b b>a x>a x>y y>x y>x')).back).toEqual([
      ['b', 'a'],
      ['x', 'y'],
    ]);
  });

  it('reports every arrow to a higher rank as running back', () => {
    const rank = (node) => (node === 'p' ? 0 : 1);

    expect(arrange(graph('p>c f>c f>p'), rank)).toEqual({ order: ['p', 'c', 'f'], back: [['p', 'c']] });
  });
});

describe('the path between two nodes', () => {
  it('is the shortest', () => {
    expect(wayBetween(graph('a>b b>c a>c'), 'a', 'c')).toEqual(['a', 'c']);
  });

  it('is undefined if there is none', () => {
    expect(wayBetween(graph('a>b c>b'), 'a', 'c')).toBeUndefined();
  });
});
