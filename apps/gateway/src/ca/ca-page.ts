import { installSteps } from './install-steps';
import { qrCode } from './qr-code';
import { systems, type VisitorSystem } from './visitor-system';

export interface CaPage {
  /** File names of the web app's style sheets. */
  readonly styleSheets: readonly string[];
  readonly system: VisitorSystem | undefined;
  /** The origin of the web app; `undefined` if the certificate does not cover the name the visitor used. */
  readonly app: string | undefined;
  /** The path of the page that the visitor wanted. */
  readonly path: string;
  /** Over plain HTTP, the page goes on to the app. It stays if the visitor wanted this page. */
  readonly goesOn: 'never' | 'when trusted' | 'once it becomes trusted';
  /** This page's address for phones, if an address reachable by phones is known. */
  readonly forPhones: string | undefined;
  /** The authority's name, as systems list it. */
  readonly name: string;
  readonly sha256: string;
  readonly sha1: string;
  /** The year in which the authority ends. */
  readonly ends: number;
  /** Additional names that the owner configured for the authority. */
  readonly beside: readonly string[];
}

/** The page that explains the certificate: plain HTML that needs no script. */
export const caPage = (page: CaPage): string => `<!doctype html>
<html lang="en" data-theme="dark">
  <head>
    <meta charset="utf-8" />
    <title>Install the certificate · devchitchat</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="color-scheme" content="dark light" />
    <link rel="icon" type="image/svg+xml" href="/ca/icon.svg" />
    <script src="/ca/theme.js"></script>
    ${page.goesOn === 'never' ? '' : '<script src="/ca/go-on.js"></script>'}
    ${page.styleSheets.map((name) => `<link rel="stylesheet" href="/ca/${name}" />`).join('\n    ')}
    <link rel="stylesheet" href="/ca/ca.css" />
  </head>
  <body>
    <main class="gate ca"${page.goesOn === 'never' ? '' : waysOn(page)}>
      <span class="brand-mark large" aria-hidden="true">d</span>
      <h1>One step first, once on each device</h1>
      <p class="lede">
        This chat runs on a computer in your own network. It encrypts everything, and proves with a certificate that it
        is the right computer. It made that certificate itself, so your device doesn’t know it yet. Until you install it,
        your browser shows a warning and blocks the microphone and camera.
      </p>
      ${page.app === undefined ? unknownName : ''}
      <div class="actions">
        <a class="primary" href="/ca.crt">Download certificate</a>
        ${page.goesOn === 'never' ? '<a class="secondary" href="/">Open devchitchat</a>' : ''}
      </div>
      ${page.goesOn === 'never' || page.app === undefined ? '' : onward(page.app + page.path)}
      <h2>How to install it</h2>
      <div>${inOrder(page.system)
        .map((system) => details(system, page.system))
        .join('')}</div>
      ${page.forPhones === undefined ? '' : phone(page.forPhones)}
      <h2>Check the fingerprint</h2>
      <div class="card">
        <p>Your device shows a fingerprint while it installs the certificate. Compare it with the fingerprint the server
        printed at startup. It should also match this one, unless an attacker sits between you and the server:</p>
        <dl>
          <dt>Name</dt><dd>${page.name}</dd>
          <dt>SHA-256</dt><dd>${grouped(page.sha256)}</dd>
          <dt>SHA-1 (“thumbprint” on Windows)</dt><dd>${grouped(page.sha1)}</dd>
        </dl>
      </div>
      <h2>What it can and can’t do</h2>
      <ul>
        <li><b>It covers only addresses of private networks</b>: 192.168…, 10…, 172.16… and the like, and names that end
        in .local, .lan, .home.arpa or .internal${beside(page.beside)}.</li>
        <li><b>For every other site, your device rejects it.</b> A thief couldn’t use it to impersonate your bank.</li>
        <li>It was created on this server at first start. Its key never leaves the server.</li>
        <li>It expires in ${page.ends}. To remove it earlier, delete <b>${page.name}</b> from your device.</li>
      </ul>
    </main>
  </body>
</html>
`;

/** For the script. */
const waysOn = ({ app, path, goesOn }: CaPage): string =>
  app === undefined
    ? ''
    : ` data-secure="${app}" data-path="${attribute(path)}"${goesOn === 'when trusted' ? '' : ' data-stays'}`;

const onward = (address: string): string => `<p id="going-on" class="notice" role="status" hidden>
        Once your device trusts the certificate, this page goes on by itself.
      </p>
      <p class="note">
        In a hurry? <a class="onward" href="${attribute(address)}">Continue without it</a>: your browser will warn that the
        connection is not private. Choose <b>Advanced</b> there, and go on. You can read and write, but calls may not work.
      </p>`;

/** The path comes from the visitor. */
const attribute = (text: string): string => text.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);

const unknownName = `<p class="notice problem"><span>The certificate doesn’t cover the name you used to get here. Open this page by the
      server’s address, such as <code>192.168.1.20</code>; or ask the server’s operator to add the name to <code>TLS_NAMES</code>.</span></p>`;

/** The visitor's own first. */
const inOrder = (own: VisitorSystem | undefined): VisitorSystem[] => [
  ...systems.filter((system) => system === own),
  ...systems.filter((system) => system !== own),
];

function details(system: VisitorSystem, own: VisitorSystem | undefined): string {
  const { title, steps, note } = installSteps[system];
  const isOwn = system === own;
  return `<details${isOwn ? ' open' : ''}><summary>${title}${isOwn ? ' <small>this device</small>' : ''}</summary>
        <ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol>
        ${note === undefined ? '' : `<p class="aside">${note}</p>`}</details>`;
}

const phone = (address: string): string => `<h2>On a phone</h2>
      <div class="card phone">${qrCode(address)}<p>Point its camera here while it is on the same network. It opens
      <code>${address}</code></p></div>`;

const beside = (names: readonly string[]): string =>
  names.length === 0 ? '' : `, and the names that the server’s operator added: ${names.join(', ')}`;

/** Groups digits, so that the fingerprint wraps between groups. */
const grouped = (fingerprint: string): string =>
  (fingerprint.match(/(?:[0-9A-F]{2}:?){1,4}/g) ?? []).map((group) => `<span>${group}</span>`).join('');
