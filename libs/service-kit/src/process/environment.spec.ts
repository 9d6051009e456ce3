import { commonEnvironment, EnvironmentError, readEnvironment } from './environment';

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readEnvironment(commonEnvironment, {})).toEqual({
      DATA_DIR: '.data',
      NATS_URL: 'nats://127.0.0.1:4222',
      LOG_LEVEL: 'info',
    });
  });

  it('counts an empty variable as not set', () => {
    expect(readEnvironment(commonEnvironment, { LOG_LEVEL: '' }).LOG_LEVEL).toBe('info');
  });

  it('names every variable that is wrong', () => {
    const read = () => readEnvironment(commonEnvironment, { LOG_LEVEL: 'loud', NATS_URL: 'localhost' });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(/NATS_URL must look like nats:.*; LOG_LEVEL must be one of debug, info/);
  });
});
