const closers: (() => void)[] = [];

/** Says that something covers the page, which `close` takes away. Returns what to call when it is gone. */
export function coverPage(close: () => void): () => void {
  closers.push(close);
  return () => {
    const at = closers.lastIndexOf(close);
    if (at >= 0) closers.splice(at, 1);
  };
}

/** Closes what lies on top of everything else. Returns false if nothing covers the page. */
export function closeTopCover(): boolean {
  const close = closers.at(-1);
  close?.();
  return close !== undefined;
}
