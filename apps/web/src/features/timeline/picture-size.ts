/** CSS pixels within which a single picture is shown, which the small form of a picture fills. */
const box = { width: 960, height: 400 };

/** The size in CSS pixels at which a picture is shown: all of it within the box, and never enlarged. */
export function shownSize({ width, height }: { readonly width: number; readonly height: number }): {
  readonly width: number;
  readonly height: number;
} {
  const scale = Math.min(1, box.width / width, box.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
