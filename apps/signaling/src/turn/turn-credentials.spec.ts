import { ada, bob } from '../testing/people';
import { turnCredentials } from './turn-credentials';

const secret = 'sixteen letters!';
const now = 1_790_000_000_000;

describe('credentials for the relay', () => {
  it('contain their expiry and user', () => {
    expect(turnCredentials(secret, ada, now, 3_600).username).toBe(`1790003600:${ada}`);
  });

  it('match those the relay computes from the name and the secret', () => {
    // printf 1790003600:u_0000000000000ada | openssl dgst -sha1 -hmac 'sixteen letters!' -binary | base64
    expect(turnCredentials(secret, ada, now, 3_600).credential).toBe('jFshB5xwilLaWt+AOM8XCA9Ny78=');
  });

  it('differ per person', () => {
    expect(turnCredentials(secret, bob, now, 3_600)).not.toEqual(turnCredentials(secret, ada, now, 3_600));
  });
});
