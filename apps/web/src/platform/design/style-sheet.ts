/**
 * Loads the style sheet of a page that few people open, `/<name>.css`, once. Resolves when it applies, so that the page
 * never shows without it.
 */
export async function loadStyleSheet(name: string): Promise<void> {
  const id = `style-sheet-${name}`;
  if (document.getElementById(id)) return;
  const link = Object.assign(document.createElement('link'), { id, rel: 'stylesheet', href: `/${name}.css` });
  const { promise, resolve, reject } = Promise.withResolvers<Event>();
  link.addEventListener('load', resolve);
  link.addEventListener('error', () => {
    link.remove();
    // Worded as browsers word it when code does not load, so that the page offers to load again.
    reject(new TypeError(`Failed to fetch the style sheet of a dynamically imported module: ${name}`));
  });
  document.head.append(link);
  await promise;
}
