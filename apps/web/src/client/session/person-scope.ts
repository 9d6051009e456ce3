import {
  createEnvironmentInjector,
  EnvironmentInjector,
  inject,
  Injectable,
  InjectionToken,
  signal,
  type EnvironmentProviders,
  type Provider,
} from '@angular/core';

/** Everything that belongs to the signed-in person: stores, and what listens to the server for them. */
export const personProviders = new InjectionToken<readonly (Provider | EnvironmentProviders)[]>('person providers');

/**
 * The injector of the signed-in person. `Session` opens it at sign-in and closes it at sign-out, so that stores of one person
 * never hold state of another. Components below the shell inject from it; a root service asks `injector`.
 */
@Injectable({ providedIn: 'root' })
export class PersonScope {
  private readonly root = inject(EnvironmentInjector);
  private readonly providers = inject(personProviders);
  private readonly current = signal<EnvironmentInjector | null>(null);
  /** `null` while nobody is signed in. */
  readonly injector = this.current.asReadonly();

  /** Does nothing while it is open. */
  open(): void {
    if (this.current()) return;
    this.current.set(createEnvironmentInjector([...this.providers], this.root, 'person'));
  }

  /** Stores stop listening at once; pages that show them leave with the next change detection. */
  close(): void {
    const closing = this.current();
    this.current.set(null);
    closing?.destroy();
  }
}
