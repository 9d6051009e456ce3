import { accepted, authCommands, commonReasons, refused } from '@devchitchat/contracts';
import { CommandClient, silentLogger } from '@devchitchat/service-kit';
import { GatewayHarness } from '../testing/gateway-harness';
import { firstAdminLink } from './first-admin.client';

const token = 't'.repeat(43);

describe("the first admin's link", () => {
  let harness: GatewayHarness;
  let commands: CommandClient;
  beforeAll(async () => {
    harness = await GatewayHarness.open();
    commands = new CommandClient(harness.nats, silentLogger);
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  it('is available as soon as auth is', async () => {
    let asked = 0;
    harness.answer(authCommands.firstAdminInvite, () =>
      ++asked < 3 ? refused(commonReasons.partRestarting) : accepted({ token }),
    );
    const link = await firstAdminLink(commands, 'http://localhost:8080', new AbortController().signal);
    expect(link).toBe(`http://localhost:8080/#/invite/${token}`);
  });

  it('is undefined once an account exists', async () => {
    harness.answer(authCommands.firstAdminInvite, () => accepted({ token: null }));
    expect(await firstAdminLink(commands, '', new AbortController().signal)).toBeUndefined();
  });

  it('is not waited for after a stop', async () => {
    expect(await firstAdminLink(commands, '', AbortSignal.abort())).toBeUndefined();
  });
});
