// Before anything is painted, so that nobody is dazzled by the other theme. The rest is in src/platform/design/theme.ts.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem('devchitchat theme');
  } catch {
    // Blocked by the browser: nothing was chosen here.
  }
  if (theme !== 'dark' && theme !== 'light') {
    theme = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  }
  document.documentElement.dataset.theme = theme;
  // The background of each theme in tokens.css, which is not loaded yet.
  const frame = theme === 'light' ? '#fdfefd' : '#0d1210';
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', frame);
})();
