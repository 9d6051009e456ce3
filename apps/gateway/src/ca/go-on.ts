/**
 * The script of the page about the certificate, for plain HTTP: asks the HTTPS listener until the device trusts it, then
 * opens the app there. Only a script can take along what follows the `#`. A device that trusts it already sees no page.
 */
export const goOnScript = `(() => {
  const retryMs = 2000;
  const root = document.documentElement;
  const show = () => delete root.dataset.checking;
  root.dataset.checking = '';
  setTimeout(show, 1500);

  addEventListener('DOMContentLoaded', () => {
    const { secure, path, stays } = document.querySelector('main').dataset;
    if (!secure) return show();
    const target = secure + path + location.hash;
    for (const link of document.querySelectorAll('a.onward')) link.href = target;
    const words = document.getElementById('going-on');
    const isTrusted = () =>
      fetch(secure + '/ca/trusted', { cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(10000) }).then(
        ({ ok }) => ok,
        () => false,
      );
    let was = 'unknown';
    const look = async () => {
      if (!document.hidden && (await isTrusted())) {
        if (was === 'untrusted' || stays === undefined) return location.replace(target);
        words.textContent = 'This device trusts the certificate.';
        words.hidden = false;
        return show();
      }
      if (!document.hidden) {
        was = 'untrusted';
        words.hidden = false;
        show();
      }
      setTimeout(look, retryMs);
    };
    void look();
  });
})();
`;
