import { Component, type ElementRef, input, linkedSignal, output, viewChild } from '@angular/core';
import { Translate } from '../platform/language/translate';
import { closeUp, moved, swipe, whole, zoomed, type Point, type Size, type View } from './picture-zoom';

/** How far a zoomed picture moves with an arrow key, in pixels. */
const keyStep = 60;

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: keyStep, y: 0 },
  ArrowRight: { x: -keyStep, y: 0 },
  ArrowUp: { x: 0, y: keyStep },
  ArrowDown: { x: 0, y: -keyStep },
};

/** A picture that is zoomed by keys, wheel, double click and pinch, and moved by dragging. Swipes ask for the next one. */
@Component({
  selector: 'dcc-picture-stage',
  imports: [Translate],
  host: {
    '[class.zoomed]': 'view().scale > 1',
    '(wheel)': 'wheeled($event)',
    '(dblclick)': 'toggle(pointOf($event))',
    '(pointerdown)': 'began($event)',
    '(pointermove)': 'went($event)',
    '(pointerup)': 'ended($event)',
    '(pointercancel)': 'pointers.clear()',
  },
  template: `
    @if (state() === 'failed') {
      <p class="notice problem" role="alert">
        {{ 'This picture couldn’t be loaded.' | t }}
        <button type="button" class="text-button" (click)="state.set('loading')">{{ 'Try again' | t }}</button>
      </p>
    } @else {
      @if (state() === 'loading') {
        <p role="status">{{ 'Loading the picture…' | t }}</p>
      }
      <img
        #image
        draggable="false"
        [src]="src()"
        [alt]="alt()"
        [style.transform]="transform()"
        (load)="state.set('shown')"
        (error)="state.set('failed')"
      />
    }
  `,
})
export class PictureStage {
  readonly src = input.required<string>();
  readonly alt = input.required<string>();
  readonly stepped = output<1 | -1>();
  private readonly image = viewChild<ElementRef<HTMLImageElement>>('image');
  protected readonly state = linkedSignal<string, 'loading' | 'shown' | 'failed'>({
    source: this.src,
    computation: () => 'loading',
  });
  readonly view = linkedSignal<string, View>({ source: this.src, computation: () => whole });
  /** Where the fingers, or the mouse, were last. */
  protected readonly pointers = new Map<number, Point>();
  private start: Point | null = null;

  /** Handles a key. Returns false if it has no effect here. */
  take(key: string): boolean {
    if (key === '+' || key === '=') this.zoom(1.5, { x: 0, y: 0 });
    else if (key === '-') this.zoom(1 / 1.5, { x: 0, y: 0 });
    else if (key === '0') this.view.set(whole);
    else if (this.view().scale > 1 && arrows[key]) this.move(arrows[key]);
    else return false;
    return true;
  }

  toggle(at: Point = { x: 0, y: 0 }): void {
    if (this.view().scale > 1) this.view.set(whole);
    else this.zoom(closeUp, at);
  }

  protected transform(): string {
    const { x, y, scale } = this.view();
    return `translate(${String(x)}px, ${String(y)}px) scale(${String(scale)})`;
  }

  protected wheeled(event: WheelEvent): void {
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY / 400), this.pointOf(event));
  }

  protected began(event: PointerEvent): void {
    if (event.button !== 0 || (event.target as Element).closest('button')) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const at = this.pointOf(event);
    this.pointers.set(event.pointerId, at);
    // A second finger makes it a pinch.
    this.start = this.pointers.size === 1 && this.view().scale === 1 ? at : null;
  }

  protected went(event: PointerEvent): void {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const at = this.pointOf(event);
    this.pointers.set(event.pointerId, at);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (!other) return this.move({ x: at.x - before.x, y: at.y - before.y });
    const apart = Math.max(1, distance(before, other));
    this.zoom(distance(at, other) / apart, { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 });
  }

  protected ended(event: PointerEvent): void {
    const at = this.pointOf(event);
    const by = this.start && swipe({ x: at.x - this.start.x, y: at.y - this.start.y });
    this.pointers.delete(event.pointerId);
    this.start = null;
    if (by) this.stepped.emit(by);
  }

  /** From the middle of the stage. */
  protected pointOf({ clientX, clientY, currentTarget }: MouseEvent): Point {
    const { left, top, width, height } = (currentTarget as Element).getBoundingClientRect();
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  }

  private zoom(factor: number, at: Point): void {
    const { stage, picture } = this.sizes();
    this.view.update((view) => zoomed(view, factor, at, stage, picture));
  }

  private move(by: Point): void {
    const { stage, picture } = this.sizes();
    this.view.update((view) => moved(view, by, stage, picture));
  }

  /** The picture's size without the zoom, and that of the element around it. */
  private sizes(): { readonly stage: Size; readonly picture: Size } {
    const image = this.image()?.nativeElement;
    const around = image?.parentElement;
    return {
      stage: { width: around?.clientWidth ?? 0, height: around?.clientHeight ?? 0 },
      picture: { width: image?.offsetWidth ?? 0, height: image?.offsetHeight ?? 0 },
    };
  }
}

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);
