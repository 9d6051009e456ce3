import { lanInstructions } from './lan-instructions';

const publicPorts = { secure: 8443, plain: 8080 };

it('the instructions name the address and the first step for other devices', () => {
  expect(lanInstructions(['192.168.1.20', 'fd00::7'], publicPorts, 'AB:CD')).toEqual([
    'On your network: https://192.168.1.20:8443',
    'On your network: https://[fd00::7]:8443',
    'First, once on each device: http://192.168.1.20:8080/ca',
    'Fingerprint of the certificate, SHA-256: AB:CD',
  ]);
});

it('the instructions leave a placeholder for the address a container cannot know', () => {
  expect(lanInstructions([], publicPorts, 'AB:CD')[0]).toBe(
    'First, once on each device: http://<address of this machine>:8080/ca',
  );
});

it('the instructions leave out default ports', () => {
  expect(lanInstructions(['box.lan'], { secure: 443, plain: 80 }, 'AB')[0]).toBe('On your network: https://box.lan');
});
