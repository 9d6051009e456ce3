import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { fromEvent, merge, filter, map } from 'rxjs';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

/** The browser's opinion of its network. Only a hint: a server on the same machine needs no network. */
@Injectable({ providedIn: 'root' })
export class NetworkHints {
  private readonly document = inject(DOCUMENT);
  private readonly window = this.document.defaultView as Window;
  private readonly isOnline = signal(this.window.navigator.onLine);
  readonly online = this.isOnline.asReadonly();

  /** `back`: try to connect now. `gone`: the open connection may be dead. */
  readonly changes = merge(
    fromEvent(this.window, 'online').pipe(map(() => 'back' as const)),
    fromEvent(this.window, 'offline').pipe(map(() => 'gone' as const)),
    fromEvent(this.document, 'visibilitychange').pipe(
      filter(() => this.document.visibilityState === 'visible'),
      map(() => 'back' as const),
    ),
  );

  constructor() {
    this.changes.pipe(takeUntilDestroyed(inject(DestroyRef))).subscribe(() => {
      this.isOnline.set(this.window.navigator.onLine);
    });
  }
}
