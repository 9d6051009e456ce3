import { ada, bob, RoomLog } from '../testing';
import { sentMessage } from './sent-message';

const messageIn = (log: RoomLog) => log.events.map(sentMessage).find((message) => message !== null);

it.each([
  ['a plain message', new RoomLog().said(ada, 'Hello')],
  ['a message that mentions everyone', new RoomLog().said(ada, '@everyone, dinner!')],
  ['a reply', new RoomLog().said(ada, 'And you?', 1)],
  ['an imported message', new RoomLog().said(ada, 'Long ago', undefined, { saidAt: 500 })],
  [
    'an imported message that was edited before',
    new RoomLog().said(ada, 'Long ago', undefined, { saidAt: 500, editedAt: 700 }),
  ],
])('%s is read from its event as it is listed', (_kind, log) => {
  expect(messageIn(log)).toEqual(log.latest.messages[0]);
});

it('a message whose text is erased has no text', () => {
  const [event] = new RoomLog().said(ada, 'Hello').events.slice(-1);
  expect(sentMessage({ ...event!, content: null })).toMatchObject({ text: null, revision: 0, deleted: null });
});

it('other events are no messages', () => {
  const { events } = new RoomLog().joined(bob).said(bob, 'Helo').edited(1, 'Hello');
  expect(events.map(sentMessage).filter((message) => message !== null)).toHaveLength(1);
});
