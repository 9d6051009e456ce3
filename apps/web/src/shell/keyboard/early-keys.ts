import { Injectable } from '@angular/core';

/** The keys of somebody who types faster than the palette opens. */
export interface Early {
  readonly text: string;
  /** Enter was pressed. */
  readonly chooses: boolean;
}

/**
 * Takes the focus at once when the user asks for the palette, whose code may still be loading. So the next keys do not
 * land in the composer, and an Enter among them sends no message. A field, because only that understands input methods.
 */
@Injectable()
export class EarlyKeys {
  private line: HTMLInputElement | null = null;
  private before: Element | null = null;
  private chooses = false;

  /** @param givesUp called for Escape */
  begin(givesUp: () => void): void {
    if (this.line) return;
    this.before = document.activeElement;
    this.chooses = false;
    const line = document.createElement('input');
    line.className = 'visually-hidden';
    line.autocomplete = 'off';
    line.setAttribute('aria-hidden', 'true');
    line.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Enter') this.chooses = true;
      else {
        this.take();
        givesUp();
      }
    });
    document.body.append(line);
    line.focus();
    this.line = line;
  }

  /** Ends it: returns what was typed, and the focus to where it was. */
  take(): Early {
    const text = this.line?.value ?? '';
    const { chooses } = this;
    if (this.line && document.activeElement === this.line && this.before instanceof HTMLElement) this.before.focus();
    this.line?.remove();
    this.line = null;
    this.chooses = false;
    return { text, chooses };
  }
}
