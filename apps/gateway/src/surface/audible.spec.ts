import { audibleEvents, audibleNotices } from './audible';

describe('what a browser may hear', () => {
  it('is what the surface lists, from the service that owns it', () => {
    expect(audibleEvents.has('evt.messaging.0.message.sent')).toBe(true);
    expect(audibleEvents.has('evt.auth.0.user.registered')).toBe(true);
    expect(audibleEvents.has('evt.auth.0.message.sent')).toBe(false);
  });

  it('is not what the services keep to themselves', () => {
    expect(audibleEvents.has('evt.auth.0.invite.created')).toBe(false);
    expect(audibleEvents.has('evt.auth.0.password.changed')).toBe(false);
    expect(audibleNotices.has('ntc.auth.service.heartbeat')).toBe(false);
  });

  it('has heads from every service, and nothing in the name of the gateway', () => {
    expect(audibleNotices.has('ntc.auth.scope.head')).toBe(true);
    expect(audibleNotices.has('ntc.messaging.scope.head')).toBe(true);
    expect([...audibleNotices].filter((subject) => /gateway|hello|resync/.test(subject))).toEqual([]);
  });
});
