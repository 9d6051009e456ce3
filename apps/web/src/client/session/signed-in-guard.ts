import { inject } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { type CanActivateFn, Router } from '@angular/router';
import { filter, map, take } from 'rxjs';
import { Session } from './session';

/** Admits signed-in users; sends all others to the sign-in page, and back afterwards. */
export const signedIn: CanActivateFn = (_route, { url }) => {
  const router = inject(Router);
  return toObservable(inject(Session).phase).pipe(
    filter((phase) => phase !== 'starting'),
    take(1),
    map(
      (phase) =>
        phase === 'signed-in' || router.createUrlTree(['/sign-in'], { queryParams: url === '/' ? {} : { to: url } }),
    ),
  );
};
