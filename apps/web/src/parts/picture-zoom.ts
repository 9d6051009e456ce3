/** Pixels of the page. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels to the right of and below the middle of the stage. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a picture lies on its stage: enlarged by `scale`, its middle moved to `x` and `y`. */
export interface View extends Point {
  readonly scale: number;
}

/** The whole picture, in the middle. */
export const whole: View = { scale: 1, x: 0, y: 0 };

const maxScale = 8;

/** The scale of a double click. */
export const closeUp = 2.5;

/** Enlarges by a factor; the part of the picture at a point stays there. */
export function zoomed(view: View, factor: number, at: Point, stage: Size, picture: Size): View {
  const scale = Math.min(maxScale, Math.max(1, view.scale * factor));
  const by = scale / view.scale;
  return within({ scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by }, stage, picture);
}

export const moved = (view: View, by: Point, stage: Size, picture: Size): View =>
  within({ ...view, x: view.x + by.x, y: view.y + by.y }, stage, picture);

/** Leaves no gap between the picture and an edge of the stage that the picture could fill. */
function within({ scale, x, y }: View, stage: Size, picture: Size): View {
  const room = (length: number, available: number): number => Math.max(0, (length * scale - available) / 2);
  return {
    scale,
    x: clamped(x, room(picture.width, stage.width)),
    y: clamped(y, room(picture.height, stage.height)),
  };
}

// Adds 0, because -0 is another value in comparisons.
const clamped = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, value)) + 0;

const shortestSwipe = 60;

/** The direction of a swipe: 1 for the next picture, -1 for the previous one, 0 for any other movement. */
export function swipe({ x, y }: Point): -1 | 0 | 1 {
  if (Math.abs(x) < shortestSwipe || Math.abs(x) < 2 * Math.abs(y)) return 0;
  return x < 0 ? 1 : -1;
}
