/**
 * A directed graph of imports. The number of imports behind an arrow decides which arrow of a cycle counts as the one
 * that runs back.
 *
 * @typedef {Map<string, Map<string, number>>} Graph
 */

/** @param {readonly { from: string, to: string }[]} imports @returns {Graph} */
export function graphOf(imports) {
  const graph = new Map();
  const arrowsFrom = (node) => graph.get(node) ?? graph.set(node, new Map()).get(node);
  for (const { from, to } of imports) {
    const arrows = arrowsFrom(from);
    arrowsFrom(to);
    arrows.set(to, (arrows.get(to) ?? 0) + 1);
  }
  return graph;
}

/** Returns every node reachable from the given one, including itself. */
function reachable(graph, start, among) {
  const seen = new Set([start]);
  // Iterating over a set also yields values added meanwhile.
  for (const node of seen) for (const next of graph.get(node).keys()) if (among.has(next)) seen.add(next);
  return seen;
}

const sumOf = (arrows, among) =>
  [...arrows].reduce((sum, [node, imports]) => (among.has(node) ? sum + imports : sum), 0);

/** Returns the node of a cycle that imports least from the others: its arrows are the ones to turn around. */
function leastBound(graph, cycle) {
  const boundBy = (node) => sumOf(graph.get(node), cycle);
  return [...cycle].sort().reduce((least, node) => (boundBy(node) < boundBy(least) ? node : least));
}

/**
 * Orders nodes so that each comes after everything it imports. In a cycle, some arrows run back.
 *
 * @param {Graph} graph
 * @param {(node: string) => number} [rankOf] nodes of a lower rank come first, whatever they import
 * @returns {{ order: string[], back: [from: string, to: string][] }}
 */
export function arrange(graph, rankOf = () => 0) {
  const order = [];
  for (const rank of [...new Set([...graph.keys()].map(rankOf))].sort((a, b) => a - b)) {
    const waiting = new Set([...graph.keys()].filter((node) => rankOf(node) === rank).sort());
    while (waiting.size > 0) {
      const free = [...waiting].filter((node) => sumOf(graph.get(node), waiting) === 0);
      const next = free.length > 0 ? free : [leastBound(graph, smallestCycle(graph, waiting))];
      for (const node of next) waiting.delete(node);
      order.push(...next);
    }
  }

  const place = new Map(order.map((node, index) => [node, index]));
  const back = order.flatMap((from) =>
    [...graph.get(from).keys()].filter((to) => place.get(to) > place.get(from)).map((to) => [from, to]),
  );
  return { order, back };
}

/** Returns a set of nodes that reach each other and no other waiting node: the smallest reachable set. */
function smallestCycle(graph, waiting) {
  return [...waiting]
    .map((node) => reachable(graph, node, waiting))
    .reduce((smallest, each) => (each.size < smallest.size ? each : smallest));
}

/** Returns the shortest path, including both ends, or undefined if there is none. */
export function wayBetween(graph, from, to) {
  const cameFrom = new Map([[from, undefined]]);
  for (const node of cameFrom.keys()) {
    if (node === to) return stepsBackFrom(cameFrom, to);
    for (const next of graph.get(node).keys()) if (!cameFrom.has(next)) cameFrom.set(next, node);
  }
  return undefined;
}

function stepsBackFrom(cameFrom, to) {
  const way = [];
  for (let node = to; node !== undefined; node = cameFrom.get(node)) way.unshift(node);
  return way;
}
