import { inject, InjectionToken } from '@angular/core';
import type { Cache } from './cache';

/** This browser's cache, opened before the application starts. */
export const browserCache = new InjectionToken<Cache>('cache');

export const injectCache = (): Cache => inject(browserCache);
