import { inject } from '@angular/core';
import { type CanActivateChildFn, Router } from '@angular/router';
import { closeTopCover } from '../platform/design/covers';

/**
 * Back closes what covers the page before it leaves the page: a phone's gesture means what is on top. An address that
 * the user typed has no state of the router, and is always followed.
 */
export const backClosesCovers: CanActivateChildFn = () =>
  inject(Router).currentNavigation()?.trigger !== 'popstate' || history.state === null || !closeTopCover();
