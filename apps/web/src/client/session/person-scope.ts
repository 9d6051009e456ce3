import {
  createEnvironmentInjector,
  EnvironmentInjector,
  inject,
  Injectable,
  InjectionToken,
  signal,
  type EnvironmentProviders,
  type Injector,
  type Provider,
} from '@angular/core';
import { FirstFound } from './first-found';

type Providers = readonly (Provider | EnvironmentProviders)[];

/** Everything that belongs to the signed-in user: stores, and their listeners to the server. */
export const personProviders = new InjectionToken<Providers>('person providers');

/**
 * The injector of the signed-in person. `Session` opens it at sign-in and closes it at sign-out, so that stores of one person
 * never hold state of another. Components below the shell inject from it; a root service asks `injector`.
 */
@Injectable({ providedIn: 'root' })
export class PersonScope {
  private readonly root = inject(EnvironmentInjector);
  private readonly providers = inject(personProviders);
  /** The person's injector and its extensions, each a child of the one before it. */
  private layers: readonly EnvironmentInjector[] = [];
  private readonly current = signal<Injector | null>(null);
  /** `null` while no user is signed in. */
  readonly injector = this.current.asReadonly();

  /** Does nothing while it is open. */
  open(): void {
    if (this.layers.length > 0) return;
    this.layers = [createEnvironmentInjector([...this.providers], this.root, 'person')];
    this.current.set(new FirstFound(() => this.layers));
  }

  /** Adds providers that load later, such as the code of calls. They end with the scope. */
  extend(providers: Providers): Injector {
    const innermost = this.layers.at(-1);
    if (!innermost) throw new Error('The session of the signed-in user has ended.');
    const added = createEnvironmentInjector([...providers], innermost, 'extension');
    this.layers = [...this.layers, added];
    return added;
  }

  /** Stores stop listening at once; components that show them are destroyed with the next change detection. */
  close(): void {
    const { layers } = this;
    this.layers = [];
    this.current.set(null);
    for (const layer of layers.toReversed()) layer.destroy();
  }
}
