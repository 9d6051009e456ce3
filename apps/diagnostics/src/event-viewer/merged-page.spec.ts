import type { Inspection, LoggedEvent, ServiceName } from '@devchitchat/contracts';
import { mergedPage } from './merged-page';

const event = (service: ServiceName, eventId: number, ts: number): LoggedEvent => ({
  service,
  eventId,
  ts,
  actorUserId: null,
  scope: { kind: 'server', id: '' },
  type: 'user.registered',
  trace: '0'.repeat(16),
  body: {},
});

const looks = (auth: Inspection, messaging: Inspection) =>
  new Map<ServiceName, Inspection>([
    ['auth', auth],
    ['messaging', messaging],
  ]);

const ids = (events: readonly LoggedEvent[]) => events.map(({ service, eventId }) => `${service} ${eventId}`);

describe('a page from several logs', () => {
  it('has the latest events of all logs first, and continues where it stopped', () => {
    const { events, older } = mergedPage(
      looks(
        { events: [event('auth', 9, 90), event('auth', 8, 40)], lookedBackTo: 8 },
        { events: [event('messaging', 70, 80), event('messaging', 69, 70)], lookedBackTo: 69 },
      ),
      3,
    );
    expect(ids(events)).toEqual(['auth 9', 'messaging 70', 'messaging 69']);
    expect(older).toEqual({ auth: 9, messaging: 69 });
  });

  it('keeps the order of a log whose clock went back', () => {
    const { events } = mergedPage(
      looks(
        { events: [event('auth', 9, 10), event('auth', 8, 99)], lookedBackTo: null },
        { events: [event('messaging', 70, 50)], lookedBackTo: null },
      ),
      10,
    );
    expect(ids(events)).toEqual(['messaging 70', 'auth 9', 'auth 8']);
  });

  it('may be empty and not the last', () => {
    const nothing = mergedPage(looks({ events: [], lookedBackTo: null }, { events: [], lookedBackTo: 5_000 }), 10);
    expect(nothing).toEqual({ events: [], older: { auth: 1, messaging: 5_000 } });
  });

  it('is the last when every log was read to its beginning', () => {
    const last = mergedPage(
      looks({ events: [event('auth', 1, 10)], lookedBackTo: null }, { events: [], lookedBackTo: null }),
      10,
    );
    expect(last.older).toBeNull();
  });
});
