import { audibleEvents, audibleNotices } from './audible';

describe('the events that browsers may receive', () => {
  it('are those on the surface, from the service that owns them', () => {
    expect(audibleEvents.has('evt.messaging.0.message.sent')).toBe(true);
    expect(audibleEvents.has('evt.auth.0.user.registered')).toBe(true);
    expect(audibleEvents.has('evt.auth.0.message.sent')).toBe(false);
  });

  it('exclude those between services', () => {
    expect(audibleEvents.has('evt.auth.0.invite.created')).toBe(false);
    expect(audibleEvents.has('evt.auth.0.password.changed')).toBe(false);
    expect(audibleNotices.has('ntc.auth.service.heartbeat')).toBe(false);
  });

  it('include heads from every service, and nothing in the name of the gateway', () => {
    expect(audibleNotices.has('ntc.auth.scope.head')).toBe(true);
    expect(audibleNotices.has('ntc.messaging.scope.head')).toBe(true);
    expect([...audibleNotices].filter((subject) => /gateway|hello|resync/.test(subject))).toEqual([]);
  });
});
