import { Component, effect, type ElementRef, inject, output, signal, viewChild } from '@angular/core';
import { putPicture } from '../../client/people/put-picture';
import { Session } from '../../client/session/session';
import { Action } from '../../platform/design/action';
import { Dialog } from '../../platform/design/dialog';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { maxZoom, moved, sideOf, wholeOf, zoomed, type Crop } from './crop';

/** The side of the picture that is sent, in pixels. */
const side = 512;

/** How far one press of an arrow key moves the picture, as a part of what is shown. */
const step = 0.05;

const steps: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** Chooses a picture of the user and the part of it that everyone sees. */
@Component({
  selector: 'dcc-change-picture',
  imports: [Dialog, Translate],
  template: `
    <dcc-dialog [heading]="'Change picture' | t" (closed)="closed.emit()">
      <form (submit)="$event.preventDefault(); save()">
        <label class="field">
          {{ 'Picture file' | t }}
          <input #file type="file" accept="image/*" (change)="open(file.files?.[0])" />
        </label>
        @if (picture()) {
          <canvas
            #canvas
            width="512"
            height="512"
            role="img"
            tabindex="0"
            [attr.aria-label]="'The part that is shown. Drag it, or move it with the arrow keys.' | t"
            (pointerdown)="canvas.setPointerCapture($event.pointerId)"
            (pointermove)="$event.buttons === 1 && drag(canvas, $event.movementX, $event.movementY)"
            (keydown)="press($event)"
          ></canvas>
          <label class="field">
            {{ 'Zoom' | t }}
            <input
              #zoom
              type="range"
              min="1"
              step="0.05"
              [max]="maxZoom"
              [value]="crop().zoom"
              (input)="magnify(zoom.valueAsNumber)"
            />
          </label>
        }
        @if (saving.problem(); as problem) {
          <p class="notice problem" role="alert">{{ problem }}</p>
        }
        <div class="actions">
          <button type="button" class="secondary" (click)="closed.emit()">{{ 'Cancel' | t }}</button>
          <button type="submit" class="primary" [attr.aria-disabled]="!picture() || saving.busy()">
            {{ 'Save' | t }}
          </button>
        </div>
      </form>
    </dcc-dialog>
  `,
})
export class ChangePicture {
  readonly closed = output();
  private readonly session = inject(Session);
  private readonly canvas = viewChild<ElementRef<HTMLCanvasElement>>('canvas');
  protected readonly maxZoom = maxZoom;
  protected readonly picture = signal<ImageBitmap | null>(null);
  protected readonly crop = signal<Crop>({ x: 0, y: 0, zoom: 1 });
  protected readonly saving = new Action();

  constructor() {
    effect(() => {
      const [canvas, picture, crop] = [this.canvas()?.nativeElement, this.picture(), this.crop()];
      if (canvas && picture) draw(canvas, picture, crop);
    });
  }

  protected async open(file: File | undefined): Promise<void> {
    if (!file) return;
    this.saving.problem.set('');
    const picture = await createImageBitmap(file).catch(() => null);
    if (!picture) return this.saving.problem.set(t('Your browser can’t read this file as a picture.'));
    this.crop.set(wholeOf(picture));
    this.picture.set(picture);
  }

  /** By so many pixels of the screen. */
  protected drag(canvas: HTMLCanvasElement, x: number, y: number): void {
    this.move(-x / canvas.clientWidth, -y / canvas.clientHeight);
  }

  protected press(event: KeyboardEvent): void {
    const direction = steps[event.key];
    if (!direction) return;
    event.preventDefault();
    this.move(...direction);
  }

  protected magnify(zoom: number): void {
    const picture = this.picture();
    if (picture) this.crop.update((crop) => zoomed(picture, crop, zoom));
  }

  protected async save(): Promise<void> {
    const canvas = this.canvas()?.nativeElement;
    if (!canvas) return;
    const reply = await this.saving.run(async () => {
      const picture = await new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve, 'image/webp', 0.92);
      });
      return picture
        ? putPicture(picture)
        : ({ ok: false, error: { message: t('Your browser can’t read this file as a picture.') } } as const);
    });
    if (!reply?.ok) return;
    this.session.learn(reply.value.user);
    this.closed.emit();
  }

  /** By so many parts of what is shown. */
  private move(x: number, y: number): void {
    const picture = this.picture();
    if (!picture) return;
    this.crop.update((crop) => {
      const shown = sideOf(picture, crop);
      return moved(picture, crop, { x: x * shown, y: y * shown });
    });
  }
}

function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  const shown = sideOf(picture, crop);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.clearRect(0, 0, side, side);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, crop.x - shown / 2, crop.y - shown / 2, shown, shown, 0, 0, side, side);
}
