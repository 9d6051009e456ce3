import { jest } from '@jest/globals';
import type { AnyEvent, Audience, UserId } from '@devchitchat/contracts';
import type { Publisher } from '../nats/publisher';
import { ScopeHeads } from './scope-heads';

const event = (eventId: number, room = 'kitchen'): AnyEvent => ({
  eventId,
  prev: 0,
  ts: 0,
  actorUserId: null,
  scope: { kind: 'room', id: room },
  type: 'note.written',
  trace: '',
  body: {},
  content: null,
});

describe('the beacon of scope heads', () => {
  let said: unknown[][];
  let heads: ScopeHeads;
  const seconds = (count: number) => jest.advanceTimersByTime(count * 1_000);

  beforeEach(() => {
    jest.useFakeTimers();
    said = [];
    const publisher = { notice: (...words: unknown[]) => said.push(words) } as unknown as Publisher;
    heads = new ScopeHeads('messaging', publisher);
  });

  afterEach(() => {
    heads.onModuleDestroy();
    jest.useRealTimers();
  });

  const note = (eventId: number, room?: string, audience: Audience = 'everyone') =>
    heads.note({ event: event(eventId, room), audience });

  it('publishes the head of each changed scope to the audience of its last event', () => {
    note(1);
    note(2);
    note(3, 'attic', []);
    seconds(2);
    expect(said).toMatchObject([[{ name: 'scope.head' }, { scope: { id: 'kitchen' }, head: 2 }, 'everyone']]);
  });

  it('publishes heads to all followers of a scope, also if not all of them received its last event', () => {
    const [ada, bob] = ['u_a', 'u_b'] as UserId[];
    heads.note({ event: event(1), audience: [ada!], followers: [ada!, bob!] });
    seconds(2);
    expect(said).toMatchObject([[{ name: 'scope.head' }, { head: 1 }, [ada, bob]]]);
  });

  it('repeats heads for a minute', () => {
    note(1);
    seconds(60);
    expect(said).toHaveLength(30);
    seconds(60);
    expect(said).toHaveLength(30);
  });

  it('publishes the heads of the last hour after a reconnect', () => {
    note(1);
    seconds(600);
    said.length = 0;
    heads.publishAll();
    expect(said).toHaveLength(1);
    seconds(3_600);
    heads.publishAll();
    expect(said).toHaveLength(1);
  });
});
