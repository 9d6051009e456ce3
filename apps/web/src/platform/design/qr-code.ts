import { Component, computed, input, signal } from '@angular/core';

/** Modules of white that a reader needs around the code. */
const quiet = 4;

interface Drawn {
  readonly size: number;
  readonly dark: string;
}

/**
 * A text as a QR code. Black on white in every theme, because some cameras read nothing else. The encoder is loaded when a
 * code is shown first; its place is kept free.
 */
@Component({
  selector: 'dcc-qr-code',
  template: `
    @if (drawn(); as code) {
      <svg
        [attr.viewBox]="'0 0 ' + code.size + ' ' + code.size"
        role="img"
        [attr.aria-label]="label()"
        shape-rendering="crispEdges"
      >
        <rect width="100%" height="100%" fill="#fff" />
        <path fill="#000" [attr.d]="code.dark" />
      </svg>
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();
  private readonly encode = signal<((text: string) => Drawn) | null>(null);
  protected readonly drawn = computed(() => this.encode()?.(this.text()) ?? null);

  constructor() {
    void this.load();
  }

  private async load(): Promise<void> {
    const { encode } = await import('uqr').catch(() => ({ encode: undefined }));
    // Offline, and not loaded before: the text beside it says the same.
    if (!encode) return;
    this.encode.set((text) => {
      const { data, size } = encode(text, { ecc: 'M', border: quiet });
      return {
        size,
        dark: data.flatMap((row, y) => row.flatMap((on, x) => (on ? `M${x} ${y}h1v1h-1z` : []))).join(''),
      };
    });
  }
}
