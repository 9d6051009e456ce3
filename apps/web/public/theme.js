// Before anything is painted, so that nobody who chose light is dazzled by dark, or the other way round.
// The rest of the theme is in src/settings/theme.ts.
(() => {
  let theme = 'dark';
  try {
    theme = localStorage.getItem('devchitchat theme') ?? theme;
  } catch {
    // Blocked by the browser: nothing was chosen here.
  }
  const system = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme === 'system' ? system : theme;
})();
