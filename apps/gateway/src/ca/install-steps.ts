import type { VisitorSystem } from './visitor-system';

export interface InstallSteps {
  readonly title: string;
  /** Each a sentence of HTML. */
  readonly steps: readonly string[];
  readonly note?: string;
}

const download = 'Tap <b>Download certificate</b> above';

/** Installation steps, with the labels that each system shows. */
export const installSteps: Readonly<Record<VisitorSystem, InstallSteps>> = {
  ios: {
    title: 'iPhone and iPad',
    steps: [
      `In Safari: ${download.replace('Tap', 'tap')} and then <b>Allow</b>.`,
      'Open <b>Settings</b>, tap <b>Profile Downloaded</b> near the top, then <b>Install</b>.',
      'Go to <b>General → About → Certificate Trust Settings</b> and switch on <b>devchitchat local CA</b>.',
    ],
    note: 'The last step is easy to miss: without it the certificate is installed but not trusted.',
  },
  android: {
    title: 'Android',
    steps: [
      `${download}; it is saved as <b>ca.crt</b>.`,
      'Open <b>Settings</b>, search for <b>CA certificate</b>, and choose it. (It is below <b>Security → Encryption &amp; credentials → Install a certificate</b>.)',
      'Tap <b>Install anyway</b> and pick <b>ca.crt</b>.',
    ],
    note: 'Firefox for Android: tap its logo in <b>Settings → About Firefox</b> five times, then switch on <b>Secret settings → Use third party CA certificates</b>.',
  },
  windows: {
    title: 'Windows',
    steps: [
      'Click <b>Download certificate</b> above and open the file.',
      'Click <b>Install Certificate…</b>, choose <b>Current User</b>, then <b>Place all certificates in the following store</b>.',
      'Click <b>Browse…</b>, choose <b>Trusted Root Certification Authorities</b>, then <b>Next</b> and <b>Finish</b>.',
      'Windows asks once more and shows a thumbprint. Compare it with the SHA-1 below, and choose <b>Yes</b>.',
      'Close every window of the browser and open it again.',
    ],
  },
  macos: {
    title: 'Mac',
    steps: [
      'Click <b>Download certificate</b> above and open the file. <b>Keychain Access</b> adds it to the keychain <b>login</b>.',
      'Find <b>devchitchat local CA</b> there and double-click it.',
      'Below <b>Trust</b>, choose <b>Always Trust</b> for <b>When using this certificate</b>, and close the window.',
    ],
    note: 'An iPad may call itself a Mac. If you hold one, its steps are below.',
  },
  linux: {
    title: 'Linux, with Chrome or Chromium',
    steps: [
      'Click <b>Download certificate</b> above.',
      'Open <code>chrome://certificate-manager</code>, then <b>Custom → Installed by you</b>.',
      'Beside <b>Trusted Certificates</b> click <b>Import</b> and pick <b>ca.crt</b>.',
    ],
    note: 'Or in a terminal: <code>certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n devchitchat -i ca.crt</code>',
  },
  firefox: {
    title: 'Firefox, on any computer',
    steps: [
      'Click <b>Download certificate</b> above. If Firefox asks, tick <b>Trust this CA to identify websites</b>, and you are done.',
      'Otherwise, open <b>Settings → Privacy &amp; Security → View Certificates… → Authorities</b>, click <b>Import…</b> and pick <b>ca.crt</b>.',
    ],
  },
};
