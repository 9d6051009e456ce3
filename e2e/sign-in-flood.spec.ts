import { authCommands as auth } from '@devchitchat/contracts';
import { expect, test, withProduct } from './support/fixtures';
import { Product } from './support/product';
import { post, ApiClient } from './support/api-client';

const password = 'violet tractor nineteen lagoon';
const strangers = 87;

// With production limits. A trusted proxy passes the client's address.
const asItIs = { RATE_LIMIT_FACTOR: '1', TRUST_PROXY: 'loopback' };

test('sixty simultaneous sign-ins from many addresses keep out neither the account’s owner nor twenty friends', async () => {
  await withProduct(await Product.home({ environment: asItIs }), async ({ product: { url }, admin, invite }) => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const signIn = async (handle: string, typed: string, address: string) => {
      const { reply } = await post(url, auth.signIn, { handle, password: typed }, from(address));
      return reply.ok ? 'in' : reply.error.code;
    };
    await admin.must(auth.passwordSet, { newPassword: password });
    const token = (await invite(20)).split('/').at(-1) ?? '';

    let isOver = false;
    let tries = 0;
    const guess = async (): Promise<void> => {
      while (!isOver) {
        const number = tries++;
        const refusal = await signIn(
          number % 2 ? 'admin' : `nobody-${number}`,
          'wrong',
          `203.0.113.${number % strangers}`,
        );
        expect(refusal).not.toBe('in');
        if (refusal === 'rate_limited') await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const crowd = Promise.all(Array.from({ length: 60 }, guess));
    await expect.poll(() => tries).toBeGreaterThan(60);

    // Each from an unknown device.
    const right: string[] = [];
    for (let device = 0; device < 9; device++) right.push(await signIn('admin', password, `198.51.100.${device}`));

    const friends = await Promise.all(
      Array.from({ length: 20 }, async (_, number) => {
        const home = from('198.18.0.1');
        const seen = await post(url, auth.invitePreview, { token }, home);
        const account = { token, handle: `friend-${number}`, displayName: `Friend ${number}` };
        const joined = await post(url, auth.inviteRedeem, account, home);
        if (!joined.reply.ok) return joined.reply.error.code;
        const friend = await ApiClient.connect(url, joined.cookie, joined.reply.value.user);
        friend.close();
        return seen.reply.ok ? 'in' : seen.reply.error.code;
      }),
    );
    isOver = true;
    await crowd;

    expect(right).toEqual(Array<string>(9).fill('in'));
    expect(friends).toEqual(Array<string>(20).fill('in'));
  });
});
