import { provideLocationMocks } from '@angular/common/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet, UrlSerializer, withComponentInputBinding } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { bob, signedInAs } from '../client/testing/people';
import { page } from '../platform/testing/page';
import { ForgivingUrls } from './forgiving-urls';
import { routes } from './routes';

@Component({ selector: 'dcc-test-app', imports: [RouterOutlet], template: '<router-outlet />' })
class TestApp {}

const { render, screen, settled } = page();

describe('an address that is no page', () => {
  const opened = async (address: string, me: typeof bob | null) => {
    await render(TestApp, {
      providers: [
        provideRouter(
          routes.map((route) => (route.path === '' ? { path: '', pathMatch: 'full', children: [] } : route)),
          withComponentInputBinding(),
        ),
        provideLocationMocks(),
        { provide: UrlSerializer, useClass: ForgivingUrls },
        signedInAs(me),
      ],
    });
    await TestBed.inject(Router).navigateByUrl(address);
    await settled();
    return screen.getByRole('heading').textContent;
  };

  it.each(['/nowhere', '/roomz/r_1', '/%', '/%FF', '/a//b', '/a;=/(b)', '/settings.', '/<script>', '/💚'])(
    '%s says so, with a way home',
    async (address) => {
      expect(await opened(address, bob)).toBe('There’s nothing at this address');
      expect(screen.getByRole('link', { name: 'Back to your rooms' }).getAttribute('href')).toBe('/');
    },
  );

  it('leads a stranger to the sign-in page', async () => {
    await opened('/nowhere', null);
    expect(screen.getByRole('link').getAttribute('href')).toBe('/sign-in');
  });

  it.each([
    '/invite',
    '/INVITE/',
    '/invite/abc',
    '/invite/%',
    '/Recovery/abc)',
    '/recovery',
    '/device',
    '/device/TN4VA',
  ])('%s is the page of a link that was cut off', async (address) => {
    expect(await opened(address, null)).toBe('Part of this link is missing');
  });
});
