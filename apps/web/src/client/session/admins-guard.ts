import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { Session } from './session';

/**
 * Admits admins; tells all others whom the page is for, under its own address. The server refuses them anyway. Comes
 * after `signedIn`.
 */
export const admins: CanActivateFn = () =>
  inject(Session).isAdmin() ||
  new RedirectCommand(inject(Router).createUrlTree(['/admins-only']), { skipLocationChange: true });
