import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Session } from './session';

/** Admits admins. The server refuses all others anyway; this spares them an empty page. Comes after `signedIn`. */
export const admins: CanActivateFn = () => inject(Session).isAdmin() || inject(Router).createUrlTree(['/']);
