import type { InjectOptions, Injector, ProviderToken } from '@angular/core';

const missing = Symbol('missing');

/** Asks several injectors in turn; the last one decides about a token that none of them has. */
export class FirstFound implements Injector {
  constructor(private readonly injectors: () => readonly Injector[]) {}

  get<T>(token: ProviderToken<T>, notFound?: T, options?: InjectOptions): T {
    const injectors = this.injectors();
    for (const injector of injectors.slice(0, -1)) {
      const found = injector.get<T | typeof missing>(token, missing, options);
      if (found !== missing) return found;
    }
    const last = injectors.at(-1);
    if (!last) throw new Error('The session of the signed-in user has ended.');
    return last.get<T>(token, notFound, options);
  }
}
