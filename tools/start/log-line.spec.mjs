import { forPeople, fromNatsServer, parseLogLine } from './log-line.mjs';

const time = '2026-11-20T10:00:00.000Z';

describe('a line of a service', () => {
  it('is a log entry if it has a level and a message', () => {
    const entry = { level: 'info', time, process: 'auth', message: 'Service ready.' };
    expect(parseLogLine(JSON.stringify(entry))).toEqual(entry);
  });

  it.each(['First admin: http://localhost:8080/#/invite/x', '{not json', '{"level":30}', '', 'null'])(
    'is not a log entry if it reads %s',
    (line) => expect(parseLogLine(line)).toBeUndefined(),
  );

  it('is shown in the terminal if it is a warning or an error', () => {
    const at = (level, more) => forPeople({ level, time, process: 'auth', message: 'Something.', ...more });
    expect(at('info')).toBeUndefined();
    expect(at('warn')).toMatch(/^\d\d:\d\d:\d\d auth: Something\.$/);
    expect(at('error', { error: { message: 'disk full' } })).toMatch(/auth: Something\. \(disk full\)$/);
  });
});

describe('a line of nats-server', () => {
  it.each([
    ['[7] 2026/11/20 10:00:00.000000 [INF] Server is ready', 'info', 'Server is ready'],
    [
      '[7] 2026/11/20 10:00:00.000000 [ERR] 127.0.0.1:5 - cid:9 - authentication error',
      'error',
      '127.0.0.1:5 - cid:9 - authentication error',
    ],
    ['nats-server: no such file', 'info', 'nats-server: no such file'],
  ])('is converted to our log format: %s', (line, level, message) => {
    expect(fromNatsServer(line, time)).toEqual({ level, time, process: 'nats-server', message });
  });
});
