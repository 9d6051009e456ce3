import { readEnvironment } from '@devchitchat/service-kit';
import { messagingEnvironment } from './environment';

const read = (variables: Record<string, string>) => readEnvironment(messagingEnvironment, variables);

describe("messaging's environment", () => {
  it('limits files to 25 MB each, and not their sum', () => {
    expect(read({ FILES_MAX_GB: '' })).toMatchObject({ FILE_MAX_MB: 25 });
    expect(read({ FILES_MAX_GB: '' })).not.toHaveProperty('FILES_MAX_GB');
  });

  it('reads other limits, also fractions', () => {
    const variables = { FILE_MAX_MB: '10000', FILES_MAX_GB: '0.5', FILES_MAX_GB_PER_PERSON: '2' };
    expect(read(variables)).toMatchObject({ FILE_MAX_MB: 10_000, FILES_MAX_GB: 0.5, FILES_MAX_GB_PER_PERSON: 2 });
  });

  it.each<Record<string, string>>([
    { FILE_MAX_MB: '0' },
    { FILE_MAX_MB: '10001' },
    { FILE_MAX_MB: 'large' },
    { FILES_MAX_GB: '0' },
    { FILES_MAX_GB_PER_PERSON: '-1' },
  ])('refuses %j', (variables) => {
    expect(() => read(variables)).toThrow(Object.keys(variables)[0]);
  });
});
