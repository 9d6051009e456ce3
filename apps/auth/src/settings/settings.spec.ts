import { changeSettings } from './settings';

describe('changing settings', () => {
  it('tells what changed to everyone', () => {
    expect(changeSettings({ membersMayInvite: false }, { membersMayInvite: true })).toMatchObject([
      { body: { membersMayInvite: true }, audience: 'everyone' },
    ]);
  });

  it.each([{ membersMayInvite: true }, { membersMayInvite: undefined }])('to %j changes nothing', (wanted) => {
    expect(changeSettings({ membersMayInvite: true }, wanted)).toEqual([]);
  });
});
