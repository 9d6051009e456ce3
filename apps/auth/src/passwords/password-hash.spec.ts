import { formatHash, parseHash } from './password-hash';

const hash = {
  costs: { memory: 19_456, passes: 2, parallelism: 1 },
  salt: new Uint8Array(16).fill(1),
  digest: new Uint8Array(32).fill(2),
};

it('a password hash is written in PHC format, which other argon2 implementations read', () => {
  expect(formatHash(hash)).toBe(
    '$argon2id$v=19$m=19456,t=2,p=1$AQEBAQEBAQEBAQEBAQEBAQ$AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI',
  );
});

it('a password hash survives being formatted and parsed', () => {
  const { costs, salt, digest } = parseHash(formatHash(hash));
  expect({ costs, salt: Uint8Array.from(salt), digest: Uint8Array.from(digest) }).toEqual(hash);
});

it.each(['', 'plain text', '$argon2i$v=19$m=1,t=1,p=1$AQ$AQ'])('rejects a malformed hash: %p', (text) => {
  expect(() => parseHash(text)).toThrow('PHC');
});
