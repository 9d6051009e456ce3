import { PasswordStrength } from './password-strength.zxcvbn';

const ada = { handle: 'ada-l', displayName: 'Ada Lovelace' };
const strength = new PasswordStrength();

it.each([
  ...['password123', 'Passw0rd1234', 'passwordpassword', '1234567890', 'qwertyuiop', 'iloveyou123', 'letmein1234'],
  ...['aaaaaaaaaa', 'abcabcabcabc', 'abcdefghijkl', 'a'.repeat(256), 'summer2024!', '01.01.1990', '2026-11-27'],
  ...['ada-lada-l', 'Ada-L-2026', 'adalovelace', 'AdaLovelace1', 'l0velaceada', 'lovelace1815', 'devchitchat1'],
  ...['Sommer2026!', 'Frühling2026', 'correcthorsebatterystaple', 'pässwörd123', 'àdàlövelàce'],
])('the password %s is refused', async (password) => {
  const refusal = await strength.refuseGuessable(password, ada);
  expect(refusal).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect(JSON.stringify(refusal)).not.toContain(password);
});

describe('a password made of the names of its person', () => {
  const people = [
    { handle: 'grumpy-cat_99', displayName: 'Zoë Müller-Lüdenscheidt' },
    { handle: 'xqzvbnrt', displayName: 'علی رضا' },
    { handle: 'samw', displayName: 'אברהם יצחק' },
  ];
  const variants = (name: string) => [
    ...[`${name}1234`, `1234${name}1234`, `${name.toUpperCase()}2026!`, `${name}@12345678`, `my${name}password`],
    ...[`${name}-password`, `${name}_${name}_${name}`, `${name}.${name}.${name}.1`],
  ];
  const passwords = people.flatMap((person) =>
    [person.handle, person.displayName, person.handle.replace(/[-_]/g, ''), person.displayName.replace(' ', '')]
      .flatMap(variants)
      .filter(({ length }) => length >= 10)
      .map((password) => [password, person] as const),
  );

  it.each(passwords)('is refused: %s', async (password, person) =>
    expect(await strength.refuseGuessable(password, person)).toMatchObject({ ok: false }),
  );

  it('is taken if the rest is hard to guess', async () => {
    expect(await strength.refuseGuessable('samw kdj3ka9f2k', people[2]!)).toBeUndefined();
  });
});

it.each(['correct horse battery', 'staple of ten words', 'kaffeekanne tisch wald', 'kdj3ka9f2k', 'Tr0ub4dor&3'])(
  'the password %s is taken',
  async (password) => expect(await strength.refuseGuessable(password, ada)).toBeUndefined(),
);
