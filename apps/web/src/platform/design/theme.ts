import { DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';
import type { Label } from '../language/text';
import { injectDestroySignal } from '../browser/destroy-signal';
import { keepLocally, localText, onLocalChange } from '../browser/local-store';

export const themes = ['dark', 'light', 'system'] as const;
export type ThemeName = (typeof themes)[number];

export const themeLabels: Readonly<Record<ThemeName, Label>> = { dark: 'Dark', light: 'Light', system: 'System' };

/** Also read by `public/theme.js`, before the first paint. */
const storageKey = 'devchitchat theme';

/** Dark, light, or the system's choice, which applies until the user chooses, in any tab. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly systemIsLight = matchMedia('(prefers-color-scheme: light)');
  private readonly current = signal<ThemeName>(chosen());
  readonly name = this.current.asReadonly();

  constructor() {
    effect(() => {
      this.apply(this.current());
    });
    onLocalChange(storageKey, () => this.current.set(chosen()), injectDestroySignal());
    this.systemIsLight.addEventListener('change', () => {
      this.apply(this.current());
    });
  }

  choose(theme: ThemeName): void {
    this.current.set(theme);
    keepLocally(storageKey, theme);
  }

  private apply(theme: ThemeName): void {
    const system = this.systemIsLight.matches ? 'light' : 'dark';
    const root = this.document.documentElement;
    root.dataset['theme'] = theme === 'system' ? system : theme;
    // On a phone, the browser's own frame takes the page's colour.
    const frame = this.document.querySelector('meta[name=theme-color]');
    frame?.setAttribute('content', getComputedStyle(root).getPropertyValue('--bg'));
  }
}

function chosen(): ThemeName {
  const stored = localText(storageKey);
  return themes.find((theme) => theme === stored) ?? 'system';
}
