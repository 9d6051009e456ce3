import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Session } from './session';

/** Lets in admins. The server refuses everybody else anyway; this spares them an empty page. Comes after `signedIn`. */
export const admins: CanActivateFn = () => inject(Session).isAdmin() || inject(Router).createUrlTree(['/']);
