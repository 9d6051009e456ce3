import { xorMappedAddress, type NetworkAddress } from './mapped-address';
import { attributeTypes, decode, encode, messageTypes } from './stun-message';

/** What must be understood and is: nothing depends on them here, because anybody may ask. */
const understood: ReadonlySet<number> = new Set([
  attributeTypes.username,
  attributeTypes.messageIntegrity,
  attributeTypes.realm,
  attributeTypes.nonce,
  attributeTypes.messageIntegritySha256,
  attributeTypes.priority,
  attributeTypes.useCandidate,
]);

/** Attributes from here on may be passed over by who does not know them. */
const optionalFrom = 0x8000;

const unknownAttribute = 420;

/** The answer to a datagram: how its sender looks from here. `undefined` for anything but a binding request. */
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

/** Never more attributes named than were sent, so that an answer is no larger than what asked for it. */
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
