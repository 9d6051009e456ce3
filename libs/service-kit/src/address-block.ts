/**
 * The block that counts as one address: an IPv4 address, or the first 64 bits of an IPv6 one, because a client with one
 * IPv6 address usually has all that share these bits. Other text is returned unchanged.
 */
export function addressBlock(address: string): string {
  const [plain = ''] = address.toLowerCase().split('%');
  if (!plain.includes(':')) return plain;
  const embedded = /^(?:0{0,4}:)*:?ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(plain)?.[1];
  if (embedded !== undefined) return embedded;
  const [before = '', after] = plain.split('::');
  const left = before === '' ? [] : before.split(':');
  const right = after === undefined || after === '' ? [] : after.split(':');
  // An IPv4 address at the end counts as two groups.
  const rightLength = right.length + (right.at(-1)?.includes('.') ? 1 : 0);
  const gap = after === undefined ? 0 : Math.max(0, 8 - left.length - rightLength);
  const groups = [...left, ...Array<string>(gap).fill('0'), ...right].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
