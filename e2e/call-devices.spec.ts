import { Caller } from './support/callers';
import { expect, test } from './support/fixtures';

type Two = [Caller, Caller];

test('a caller with a blocked, missing or later allowed microphone is in the call and sees its state', async ({
  home,
  newPerson,
}) => {
  const people = await Caller.arrive('microphones', ['Ada', 'Bob'], newPerson, home.invite);
  const [ada, bob] = people as Two;
  await bob.page.evaluate(`window.refusesMedia = 'NotAllowedError'`);
  for (const caller of people) await caller.join();
  const problem = bob.call.getByRole('alert');
  await expect(problem).toContainText('Your microphone is blocked. Allow it in the address bar');
  await bob.expectToHear([ada], people);
  await bob.page.evaluate(`window.refusesMedia = 'NotFoundError'`);
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(problem).toContainText('No microphone found. Plug one in');
  await bob.page.evaluate('window.refusesMedia = undefined');
  await problem.getByRole('button', { name: 'Try again' }).click();
  await ada.expectToHear([bob], people);
  await expect(problem).toHaveCount(0);
});

test('a caller stays audible and sees the current microphone when a headset is unplugged and plugged in again', async ({
  home,
  newPerson,
}) => {
  const people = await Caller.arrive('cables', ['Ada', 'Bob'], newPerson, home.invite);
  const [ada, bob] = people as Two;
  await bob.page.evaluate(madeUpDevices);
  await bob.page.evaluate(`window.plug('built-in', 'headset')`);
  for (const caller of people) await caller.join();
  await bob.button('Devices').click();
  const dialog = bob.page.getByRole('dialog', { name: 'Devices' });
  await dialog.getByLabel('Microphone').selectOption({ label: 'headset' });
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => bob.page.evaluate('window.recordedFrom')).toBe('headset');
  await ada.expectToHear([bob], people);
  await bob.page.evaluate(`window.plug('built-in')`);
  await expect(bob.call.getByText('Your microphone is now built-in.')).toBeVisible();
  await ada.expectToHear([bob], people);
  await bob.page.evaluate('window.plug()');
  await expect(bob.call.getByRole('alert')).toContainText('Your microphone was unplugged, and there’s no other.');
  await ada.expectToHear([], people);
  // A caller who muted meanwhile stays muted.
  await bob.button('Mute').click();
  await bob.page.evaluate(`window.plug('built-in', 'headset')`);
  await expect(bob.call.getByText('Your microphone is now headset.')).toBeVisible();
  await expect(bob.call.getByRole('alert')).toHaveCount(0);
  await ada.expectToHear([], people);
  await bob.button('Mute').click();
  await ada.expectToHear([bob], people);
});

/** Runs in the page. Simulates microphones that can be plugged in and out, all with the person's own tone. */
const madeUpDevices = `(() => {
  const media = navigator.mediaDevices;
  const record = media.getUserMedia.bind(media);
  let present = [];
  let recorded = [];
  media.enumerateDevices = async () =>
    present.map((label) => ({ kind: 'audioinput', deviceId: 'id of ' + label, groupId: label, label }));
  media.getUserMedia = async (constraints) => {
    const exact = constraints.audio?.deviceId?.exact;
    const label = present.find((each) => !exact || exact === 'id of ' + each);
    if (!label) throw new DOMException('made up', exact ? 'OverconstrainedError' : 'NotFoundError');
    const stream = await record({ audio: true });
    const [track] = stream.getAudioTracks();
    Object.defineProperty(track, 'label', { value: label });
    track.getSettings = () => ({ deviceId: 'id of ' + label });
    recorded.push({ label, track });
    window.recordedFrom = label;
    return stream;
  };
  window.plug = (...labels) => {
    present = labels;
    for (const { label, track } of recorded.splice(0)) {
      if (labels.includes(label)) recorded.push({ label, track });
      else if (track.readyState === 'live') {
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
    }
    media.dispatchEvent(new Event('devicechange'));
  };
})()`;

test('over plain HTTP a caller hears the others and sees why the microphone is unavailable', async ({
  home,
  newPerson,
}) => {
  const people = await Caller.arrive('insecure', ['Ada', 'Bob'], newPerson, home.invite);
  const [ada, bob] = people as Two;
  // The browser treats this machine's addresses as secure, so this simulates an insecure page.
  await bob.page.evaluate(`Object.defineProperty(navigator, 'mediaDevices', { value: undefined })`);
  for (const caller of people) await caller.join();
  const problem = bob.call.getByRole('alert');
  await expect(problem).toContainText('only allows the microphone on HTTPS. Open this server with https.');
  await expect(problem.getByRole('button')).toHaveCount(0);
  await bob.expectToHear([ada], people);
});

test('a click starts the audio if the browser blocks autoplay', async ({ home, newPerson }) => {
  const people = await Caller.arrive('silence', ['Ada', 'Bob'], newPerson, home.invite);
  const [ada, bob] = people as Two;
  await bob.page.evaluate('window.playsNothing = true');
  for (const caller of people) await caller.join();
  const problem = bob.call.getByRole('alert');
  await expect(problem).toContainText('Your browser is blocking sound.');
  await ada.expectToHear([bob], people);
  await bob.expectToHear([], people);
  await bob.page.evaluate('window.playsNothing = false');
  await problem.getByRole('button', { name: 'Play sound' }).click();
  await bob.expectToHear([ada], people);
  await expect(problem).toHaveCount(0);
});

test('a chosen microphone is used in this and the next call', async ({ home, newPerson }) => {
  const [ada] = (await Caller.arrive('pickers', ['Ada'], newPerson, home.invite)) as [Caller];
  await ada.join();
  await ada.button('Devices').click();
  const dialog = ada.page.getByRole('dialog', { name: 'Devices' });
  for (const label of ['Camera', 'Speaker']) await expect(dialog.getByLabel(label)).toBeVisible();
  const microphones = dialog.getByLabel('Microphone');
  const second = await microphones.getByRole('option').filter({ hasText: 'Fake Audio Input 2' }).getAttribute('value');
  await microphones.selectOption(second);
  const usesSecond = () => ada.page.evaluate<boolean>(`window.askedFor.audio.deviceId?.exact === '${second}'`);
  await expect.poll(usesSecond).toBe(true);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await ada.page.reload();
  await ada.join();
  await expect.poll(usesSecond).toBe(true);
});
