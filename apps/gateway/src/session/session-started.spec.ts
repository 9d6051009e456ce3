import { accepted, authReasons, refused } from '@devchitchat/contracts';
import { withoutToken } from './session-started';

describe('an answer that starts a session', () => {
  it('reaches the page without the token', () => {
    const { reply, session } = withoutToken(accepted({ user: 'anna', sessionToken: 'secret', expiresAt: 5 }));
    expect(reply).toEqual(accepted({ user: 'anna', expiresAt: 5 }));
    expect(session).toEqual({ sessionToken: 'secret', expiresAt: 5 });
  });

  it.each([accepted({ done: true }), accepted(null), accepted('text'), refused(authReasons.inviteDead)])(
    'and any other is left as it is: %j',
    (reply) => {
      expect(withoutToken(reply)).toEqual({ reply });
    },
  );
});
