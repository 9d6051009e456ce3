import { ErrorHandler, Injectable, signal } from '@angular/core';

/** Reports of code that did not load, in this order: Angular's of a `@defer` block, Chromium's and Firefox's, Safari's. */
const report = /\bNG0750\b|dynamically imported module|Importing a module script failed/;

/**
 * Notices when a part of the page could not be loaded, because the network failed or changed at that moment. Neither
 * Angular nor every browser tries again, so what the part shows stays away, and its buttons do nothing.
 */
@Injectable({ providedIn: 'root' })
export class MissingPieces extends ErrorHandler {
  private readonly isAny = signal(false);
  readonly any = this.isAny.asReadonly();

  override handleError(error: unknown): void {
    super.handleError(error);
    if (error instanceof Error && report.test(error.message)) this.isAny.set(true);
  }
}
