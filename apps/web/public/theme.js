// Before anything is painted, so that nobody who chose light is dazzled by dark, or the other way round.
// The rest of the theme is in src/settings/theme.ts.
(() => {
  const theme = localStorage.getItem('devchitchat theme') ?? 'dark';
  const system = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme === 'system' ? system : theme;
})();
