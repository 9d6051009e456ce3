import { xorMappedAddress, type NetworkAddress } from './mapped-address';
import { attributeTypes, decode, encode, messageTypes } from './stun-message';

/** Comprehension-required attributes that this server accepts and ignores, because any client may ask. */
const understood: ReadonlySet<number> = new Set([
  attributeTypes.username,
  attributeTypes.messageIntegrity,
  attributeTypes.realm,
  attributeTypes.nonce,
  attributeTypes.messageIntegritySha256,
  attributeTypes.priority,
  attributeTypes.useCandidate,
]);

/** Attributes from this type on are comprehension-optional. */
const optionalFrom = 0x8000;

const unknownAttribute = 420;

/** The answer to a datagram: the sender's address as seen from here. `undefined` for anything but a binding request. */
export function answerTo(datagram: Buffer, from: NetworkAddress): Buffer | undefined {
  const request = decode(datagram);
  if (request?.type !== messageTypes.bindingRequest) return undefined;
  const { transactionId } = request;
  const unknown = request.attributes
    .map(({ type }) => type)
    .filter((type) => type < optionalFrom && !understood.has(type));
  if (unknown.length > 0) return refusal(transactionId, unknown);
  const value = xorMappedAddress(from, transactionId);
  const attributes = [{ type: attributeTypes.xorMappedAddress, value }];
  return encode({ type: messageTypes.bindingSuccess, transactionId, attributes });
}

/** Names at most as many attributes as were sent, so that an answer is no larger than its request. */
function refusal(transactionId: Buffer, unknown: readonly number[]): Buffer {
  const errorCode = Buffer.from([0, 0, Math.floor(unknownAttribute / 100), unknownAttribute % 100]);
  const names = Buffer.alloc(unknown.length * 2);
  for (const [at, type] of unknown.entries()) names.writeUInt16BE(type, at * 2);
  const attributes = [
    { type: attributeTypes.errorCode, value: errorCode },
    { type: attributeTypes.unknownAttributes, value: names },
  ];
  return encode({ type: messageTypes.bindingError, transactionId, attributes });
}
