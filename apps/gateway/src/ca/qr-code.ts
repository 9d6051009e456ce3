import { encode } from 'uqr';

/** Modules of white that a reader needs around the code. */
const quiet = 4;

/** An address as a QR code, in SVG. Black on white in every theme, because some cameras read nothing else. */
export function qrCode(address: string): string {
  const { data, size } = encode(address, { ecc: 'M', border: quiet });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    `<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="QR code of this page" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" d="${dark.join('')}"/></svg>`
  );
}
