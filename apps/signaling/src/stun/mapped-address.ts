import { magicCookie } from './stun-message';

export interface NetworkAddress {
  readonly address: string;
  readonly port: number;
}

const familyV4 = 1;
const familyV6 = 2;

/**
 * The value of XOR-MAPPED-ADDRESS: the sender's address as seen from here, XORed with the cookie and the transaction id so
 * that no router rewrites it.
 */
export function xorMappedAddress({ address, port }: NetworkAddress, transactionId: Buffer): Buffer {
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  const bytes = plain.includes(':') ? v6Bytes(plain) : Buffer.from(plain.split('.').map(Number));
  const mask = Buffer.alloc(16);
  mask.writeUInt32BE(magicCookie);
  transactionId.copy(mask, 4);
  const value = Buffer.alloc(4 + bytes.length);
  value.writeUInt8(bytes.length === 16 ? familyV6 : familyV4, 1);
  value.writeUInt16BE(port ^ (magicCookie >>> 16), 2);
  for (const [at, byte] of bytes.entries()) value.writeUInt8(byte ^ mask.readUInt8(at), 4 + at);
  return value;
}

function v6Bytes(address: string): Buffer {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)));
  const [first, last] = [groups(head), groups(tail ?? '')];
  const missing = Array.from({ length: 8 - first.length - last.length }, () => 0);
  const bytes = Buffer.alloc(16);
  for (const [at, group] of [...first, ...missing, ...last].entries()) bytes.writeUInt16BE(group, at * 2);
  return bytes;
}
