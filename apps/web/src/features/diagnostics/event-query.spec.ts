import { emptyForm, queryOf } from './event-query';

describe('the query of the event viewer', () => {
  it('omits empty fields', () => {
    expect(queryOf(emptyForm)).toEqual({ filter: {} });
  });

  it('contains every chosen filter', () => {
    const form = {
      service: 'auth',
      scopeKind: 'user',
      scopeId: ' u_1 ',
      type: 'session.opened',
      actorUserId: 'u_1',
      trace: ' 00f3a1b2c4d5e6f7 ',
      since: '2026-11-20T10:00',
      until: '2026-11-20T11:00',
    };
    expect(queryOf(form)).toEqual({
      services: ['auth'],
      filter: {
        scopeKind: 'user',
        scopeId: 'u_1',
        type: 'session.opened',
        actorUserId: 'u_1',
        trace: '00f3a1b2c4d5e6f7',
        since: new Date(2026, 10, 20, 10).getTime(),
        until: new Date(2026, 10, 20, 11).getTime(),
      },
    });
  });
});
