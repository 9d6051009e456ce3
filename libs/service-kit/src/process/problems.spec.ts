import { Problems } from './problems';

describe('problems on their way to diagnostics', () => {
  it('contain names, ids and the class of an error, and no text that may quote a user', () => {
    const problems = new Problems();
    const error = Object.assign(new TypeError('cannot read "my secret"'), { code: 'ENOSPC' });
    problems.note(5, 'error', 'A handler failed.', {
      trace: '00f3a1b2c4d5e6f7',
      command: 'msg.send',
      address: '10.0.0.1',
      reason: 'my secret',
      error,
    });
    expect(problems.take()).toEqual({
      problems: [
        {
          at: 5,
          level: 'error',
          message: 'A handler failed.',
          trace: '00f3a1b2c4d5e6f7',
          command: 'msg.send',
          error: 'TypeError ENOSPC',
        },
      ],
      dropped: 0,
    });
  });

  it('are returned once', () => {
    const problems = new Problems();
    problems.note(5, 'warn', 'NATS disconnected.', {});
    problems.take();
    expect(problems.take()).toBeUndefined();
  });

  it('are only counted above the limit', () => {
    const problems = new Problems();
    for (let i = 0; i < 1_000; i++) problems.note(i, 'error', 'Again.', {});
    const taken = problems.take();
    expect(taken?.problems).toHaveLength(50);
    expect(taken?.dropped).toBe(950);
  });
});
