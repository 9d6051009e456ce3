/** A part of a picture: its middle in pixels of the picture, and how many times it is enlarged. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  /** 1 shows the largest square. */
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const maxZoom = 5;

/** The largest square in the middle. */
export const wholeOf = ({ width, height }: Size): Crop => ({ x: width / 2, y: height / 2, zoom: 1 });

/** The side of the square, in pixels of the picture. */
export const sideOf = ({ width, height }: Size, { zoom }: Crop): number => Math.min(width, height) / zoom;

/** The crop, moved by so many pixels of the picture, without leaving it. */
export function moved(size: Size, crop: Crop, by: { readonly x: number; readonly y: number }): Crop {
  return within(size, { ...crop, x: crop.x + by.x, y: crop.y + by.y });
}

export const zoomed = (size: Size, crop: Crop, zoom: number): Crop =>
  within(size, { ...crop, zoom: clamp(zoom, 1, maxZoom) });

function within(size: Size, crop: Crop): Crop {
  const half = sideOf(size, crop) / 2;
  return { ...crop, x: clamp(crop.x, half, size.width - half), y: clamp(crop.y, half, size.height - half) };
}

const clamp = (value: number, min: number, max: number): number => Math.min(Math.max(value, min), max);
