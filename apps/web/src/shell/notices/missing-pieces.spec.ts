import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { page } from '../../platform/testing/page';
import { MissingPieces } from './missing-pieces';
import { MissingPiecesNotice } from './missing-pieces-notice';

const { render, screen, settled, user } = page();

describe('the notice of a part that could not be loaded', () => {
  const { console } = globalThis;
  beforeEach(() => {
    Object.assign(globalThis, { console: { ...console, error: () => undefined } });
  });
  afterEach(() => {
    Object.assign(globalThis, { console });
  });
  const notice = () => screen.queryByRole('alert');
  const failWith = async (failure: unknown) => {
    await render(MissingPiecesNotice, { providers: [{ provide: ErrorHandler, useExisting: MissingPieces }] });
    TestBed.inject(ErrorHandler).handleError(failure);
    await settled();
  };

  it.each([
    'NG0750',
    'NG0750: Loading dependencies for `@defer` block failed.',
    'Failed to fetch dynamically imported module: http://chat.lan/chunk-A.js',
    'error loading dynamically imported module: http://chat.lan/chunk-A.js',
    'Importing a module script failed.',
  ])('appears after “%s”', async (message) => {
    await failWith(new Error(message));
    expect(notice()?.textContent).toContain('A part of this page couldn’t be loaded.');
  });

  it.each(['NG0100', 'NG07500', 'a is undefined'])('stays away after “%s”', async (message) => {
    await failWith(new Error(message));
    expect(notice()).toBeNull();
  });

  it('stays away after a failure that is no error', async () => {
    await failWith(null);
    expect(notice()).toBeNull();
  });

  it('can be put off', async () => {
    await failWith(new Error('NG0750'));
    await user.click(screen.getByRole('button', { name: 'Later' }));
    expect(notice()).toBeNull();
  });
});
