import { completeKeyring, parseKeyring } from './keyring';

describe('a keyring', () => {
  it('is read back as it was written', () => {
    const keyring = completeKeyring(undefined);
    expect(parseKeyring(JSON.stringify(keyring))).toEqual(keyring);
  });

  it('keeps its seeds and draws one for a new process', () => {
    const { users, ...accounts } = completeKeyring(undefined);
    const { diagnostics, ...earlier } = users;
    const completed = completeKeyring({ ...accounts, users: earlier });
    expect(completed).toMatchObject({ ...accounts, users: earlier });
    expect(completed.users.diagnostics).not.toBe(diagnostics);
  });

  it('draws the key that signs for bots if an earlier version had none', () => {
    const { botSigner, ...earlier } = completeKeyring(undefined);
    const kept = parseKeyring(JSON.stringify(earlier));
    expect(kept).toEqual(earlier);
    expect(completeKeyring(kept)).toMatchObject({
      ...earlier,
      botSigner: expect.not.stringMatching(botSigner) as string,
    });
  });

  const whole = JSON.stringify(completeKeyring(undefined));
  it.each([
    ['nothing', ''],
    ['half a file', whole.slice(0, whole.length / 2)],
    ['another shape', '{"operator":1}'],
    ['a seed that fails its checksum', whole.replace(/SO[A-Z0-9]{4}/, 'SOAAAA')],
  ])('is not found in %s', (_what, text) => {
    expect(parseKeyring(text)).toBeUndefined();
  });
});
