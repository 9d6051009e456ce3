import { readEnvironment } from '@devchitchat/service-kit';
import { gatewayEnvironment } from './environment';

const read = (variables: Record<string, string>) => readEnvironment(gatewayEnvironment, variables);

describe("the gateway's environment", () => {
  it('has defaults for everything', () => {
    expect(read({})).toMatchObject({ PORT: 8080, HOST: '127.0.0.1', RATE_LIMIT_FACTOR: 1 });
    expect(read({}).PUBLIC_URL).toBeUndefined();
    expect(read({}).WEB_DIR).toMatch(/\/web\/browser$/);
  });

  it('takes what is set', () => {
    expect(read({ PORT: '9000', RATE_LIMIT_FACTOR: '0.5', PUBLIC_URL: 'https://chat.example/' })).toMatchObject({
      PORT: 9000,
      RATE_LIMIT_FACTOR: 0.5,
      PUBLIC_URL: 'https://chat.example',
    });
  });

  it.each([
    ['PORT', 'eighty', 'PORT is no number'],
    ['PORT', '80.5', 'PORT is no whole number'],
    ['PORT', '-1', 'PORT is below 0'],
    ['PORT', '65536', 'PORT is above 65535'],
    ['PUBLIC_URL', 'chat.example', 'PUBLIC_URL is not an http:// or https:// address'],
    ['PUBLIC_URL', 'javascript:alert(1)', 'PUBLIC_URL is not an http:// or https:// address'],
    ['RATE_LIMIT_FACTOR', '0', 'RATE_LIMIT_FACTOR is not above 0'],
    ['RATE_LIMIT_FACTOR', 'fast', 'RATE_LIMIT_FACTOR is no number'],
  ])('names %s when it is %s', (name, value, sentence) => {
    expect(() => read({ [name]: value })).toThrow(sentence);
  });
});
