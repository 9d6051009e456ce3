import { parseHash } from './password-hash';
import { PasswordHasher, turnOf } from './passwords.hasher';

const turn = turnOf('somebody', { isAwaited: () => true });

const hashOf = async (hasher: PasswordHasher, password: string): Promise<string> => {
  const reply = await hasher.hash(password, turn);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
};

describe('a hashed password', () => {
  const hasher = new PasswordHasher();

  it('matches only itself', async () => {
    const hash = await hashOf(hasher, 'correct horse battery');
    expect(await hasher.matches(hash, 'correct horse battery', turn)).toEqual({ ok: true, value: true });
    expect(await hasher.matches(hash, 'correct horse batterz', turn)).toEqual({ ok: true, value: false });
  });

  it('is salted: hashing the same password twice gives different hashes', async () => {
    expect(await hashOf(hasher, 'correct horse battery')).not.toBe(await hashOf(hasher, 'correct horse battery'));
  });

  it('costs as much as OWASP recommends', async () => {
    expect(parseHash(await hashOf(hasher, 'correct horse battery')).costs).toEqual({
      memory: 19_456,
      passes: 2,
      parallelism: 1,
    });
  });

  it('ignores how a letter is composed', async () => {
    const hash = await hashOf(hasher, 'zo\u00eb likes tea');
    expect(await hasher.matches(hash, 'zoe\u0308 likes tea', turn)).toEqual({ ok: true, value: true });
  });

  it('that does not exist matches nothing', async () => {
    expect(await hasher.matches(undefined, 'correct horse battery', turn)).toEqual({ ok: true, value: false });
  });
});
