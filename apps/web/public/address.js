// The pages of this app follow the `#`. At any other path, such as a link without it, opens the page of that path.
// What follows a `#` counts more: a link with the wrong path in front of it still works.
if (location.pathname !== '/' && location.pathname !== '/index.html') {
  const page = location.hash.length > 1 ? location.hash : `#${location.pathname}${location.search}`;
  location.replace(`/${page}`);
}
