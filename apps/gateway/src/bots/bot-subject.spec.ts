import { subjects, type UserId } from '@devchitchat/contracts';
import { askedOn, isOwnInbox } from './bot-subject';

const dice = 'u_000000000000d1ce' as UserId;

it('parses the bot and the command from the subject', () => {
  expect(askedOn(subjects.botCommand(dice, 'msg.send'))).toEqual({ bot: dice, command: 'msg.send' });
  expect(askedOn(subjects.botCommand(dice, 'sync'))).toEqual({ bot: dice, command: 'sync' });
});

it.each(['bot.somebody.cmd.msg.send', `bot.${dice}.cmd.`, `bot.${dice}.evt.x`, `x.bot.${dice}.cmd.sync`, ''])(
  'takes nothing from %j',
  (subject) => expect(askedOn(subject)).toBeUndefined(),
);

it.each([
  [`${subjects.botInbox(dice)}.1`, true],
  [`${subjects.botInbox(dice)}x.1`, false],
  [`${subjects.botInbox('u_00000000000000th' as UserId)}.1`, false],
  [subjects.event('messaging', 'message.sent'), false],
  [subjects.command({ service: 'auth', name: 'bot.create' }), false],
  [subjects.botCommand(dice, 'msg.send'), false],
  [undefined, false],
])('allows an answer to %s: %s', (reply, may) => expect(isOwnInbox(dice, reply)).toBe(may));
