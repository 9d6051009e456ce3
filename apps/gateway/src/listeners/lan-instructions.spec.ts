import { lanInstructions } from './lan-instructions';

const publicPorts = { secure: 8443, plain: 8080 };

it('the instructions name the address and the first step for other devices', () => {
  expect(lanInstructions(['192.168.1.20', 'fd00::7'], publicPorts, 'AB:CD')).toEqual([
    'On your network: http://192.168.1.20:8080',
    'On your network: http://[fd00::7]:8080',
    'It explains the certificate once on each device, then goes on to https://192.168.1.20:8443',
    'Fingerprint of the certificate, SHA-256: AB:CD',
  ]);
});

it('the instructions leave a placeholder for the address a container cannot know', () => {
  expect(lanInstructions([], publicPorts, 'AB:CD')[0]).toBe('On your network: http://address-of-this-machine:8080');
});

it('the instructions leave out default ports', () => {
  expect(lanInstructions(['box.lan'], { secure: 443, plain: 80 }, 'AB')[0]).toBe('On your network: http://box.lan');
});
