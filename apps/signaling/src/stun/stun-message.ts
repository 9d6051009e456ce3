import { crc32 } from 'node:zlib';

/** A STUN message as defined by RFC 8489: a header of 20 bytes, then attributes padded to 4. */
export interface StunMessage {
  readonly type: number;
  /** 12 bytes, chosen by the client. */
  readonly transactionId: Buffer;
  readonly attributes: readonly StunAttribute[];
}

export interface StunAttribute {
  readonly type: number;
  readonly value: Buffer;
}

export const magicCookie = 0x2112_a442;
const headerLength = 20;
const fingerprintMask = 0x5354_554e;
/** An attribute's own header, and the checksum in it. */
const fingerprintLength = 8;

export const messageTypes = { bindingRequest: 0x0001, bindingSuccess: 0x0101, bindingError: 0x0111 } as const;

export const attributeTypes = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  unknownAttributes: 0x000a,
  realm: 0x0014,
  nonce: 0x0015,
  messageIntegritySha256: 0x001c,
  xorMappedAddress: 0x0020,
  priority: 0x0024,
  useCandidate: 0x0025,
  fingerprint: 0x8028,
} as const;

/** Decodes a datagram; `undefined` for anything that is not a STUN message or has a wrong fingerprint. */
export function decode(datagram: Buffer): StunMessage | undefined {
  if (datagram.length < headerLength || datagram.readUInt32BE(4) !== magicCookie) return undefined;
  const type = datagram.readUInt16BE(0);
  const length = datagram.readUInt16BE(2);
  // The first two bits are 0, which distinguishes STUN from other protocols on the port.
  if (type > 0x3fff || length % 4 !== 0 || length !== datagram.length - headerLength) return undefined;
  const attributes = decodeAttributes(datagram);
  if (!attributes || !hasRightFingerprint(datagram, attributes)) return undefined;
  return { type, transactionId: datagram.subarray(8, headerLength), attributes };
}

function decodeAttributes(datagram: Buffer): StunAttribute[] | undefined {
  const attributes: StunAttribute[] = [];
  for (let at = headerLength; at < datagram.length;) {
    const length = datagram.readUInt16BE(at + 2);
    const end = at + 4 + length;
    if (end > datagram.length) return undefined;
    attributes.push({ type: datagram.readUInt16BE(at), value: datagram.subarray(at + 4, end) });
    at = padded(end);
  }
  return attributes;
}

/** A fingerprint is optional; if present it is the last attribute. */
function hasRightFingerprint(datagram: Buffer, attributes: readonly StunAttribute[]): boolean {
  const at = attributes.findIndex(({ type }) => type === attributeTypes.fingerprint);
  if (at === -1) return true;
  const { value } = attributes[at] as StunAttribute;
  if (at !== attributes.length - 1 || value.length !== 4) return false;
  return value.readUInt32BE(0) === fingerprintOf(datagram.subarray(0, -fingerprintLength));
}

/** CRC-32 of the message before the attribute; the length in its header already includes the attribute. */
const fingerprintOf = (before: Buffer): number => (crc32(before) ^ fingerprintMask) >>> 0;

/** Encodes a message with a fingerprint at its end. */
export function encode({ type, transactionId, attributes }: StunMessage): Buffer {
  const body = Buffer.concat(attributes.map(encodeAttribute));
  const header = Buffer.alloc(headerLength);
  header.writeUInt16BE(type, 0);
  header.writeUInt16BE(body.length + fingerprintLength, 2);
  header.writeUInt32BE(magicCookie, 4);
  transactionId.copy(header, 8);
  const before = Buffer.concat([header, body]);
  const fingerprint = Buffer.alloc(4);
  fingerprint.writeUInt32BE(fingerprintOf(before));
  return Buffer.concat([before, encodeAttribute({ type: attributeTypes.fingerprint, value: fingerprint })]);
}

function encodeAttribute({ type, value }: StunAttribute): Buffer {
  const attribute = Buffer.alloc(4 + padded(value.length));
  attribute.writeUInt16BE(type, 0);
  attribute.writeUInt16BE(value.length, 2);
  value.copy(attribute, 4);
  return attribute;
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;
