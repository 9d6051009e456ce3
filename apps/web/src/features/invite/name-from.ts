/** The display name that a handle suggests: `sam-walker` is "Sam Walker". */
export const nameFrom = (handle: string): string =>
  handle
    .trim()
    .split(/[-_\s]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
