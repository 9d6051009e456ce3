import type { Routes } from '@angular/router';
import { backClosesCovers } from './back-closes-covers';
import { Home } from './home/home';
import { admins } from '../client/session/admins-guard';
import { signedIn } from '../client/session/signed-in-guard';
import { GoodbyePage } from '../features/settings/goodbye-page';
import { linkRoute } from '../client/links/link-route';
import { SignedInArea } from './signed-in-area';

export const routes: Routes = [
  {
    matcher: linkRoute('invite', 'token'),
    loadComponent: () => import('../features/invite/invite-page').then((page) => page.InvitePage),
  },
  {
    matcher: linkRoute('room-invite', 'token'),
    loadComponent: () => import('../features/invite/room-invite-page').then((page) => page.RoomInvitePage),
  },
  { path: 'sign-in', loadComponent: () => import('../features/sign-in/sign-in-page').then((page) => page.SignInPage) },
  {
    matcher: linkRoute('device', 'code'),
    loadComponent: () => import('../features/sign-in/device-page').then((page) => page.DevicePage),
  },
  {
    matcher: linkRoute('recovery', 'token'),
    loadComponent: () => import('../features/sign-in/recovery-page').then((page) => page.RecoveryPage),
  },
  // Loaded eagerly: the server ends the session before the page could load, and the guard sends signed-out users to the
  // sign-in page.
  { path: 'goodbye', component: GoodbyePage },
  {
    path: '',
    component: SignedInArea,
    canActivate: [signedIn],
    canActivateChild: [backClosesCovers],
    children: [
      { path: '', pathMatch: 'full', component: Home },
      { path: 'room/:roomId', loadComponent: () => import('./room/room-page').then((page) => page.styledRoomPage()) },
      {
        path: 'people',
        canActivate: [admins],
        loadComponent: () => import('../features/admin/people-page').then((page) => page.PeoplePage),
      },
      {
        path: 'bots',
        canActivate: [admins],
        loadComponent: () => import('../features/bots/bots-page').then((page) => page.BotsPage),
      },
      {
        path: 'settings',
        loadComponent: () => import('../features/settings/settings-page').then((page) => page.SettingsPage),
      },
      {
        path: 'diagnostics',
        canActivate: [admins],
        loadComponent: () => import('../features/diagnostics/diagnostics-page').then((page) => page.styledPage()),
      },
      { path: 'admins-only', loadComponent: () => import('./admins-only').then((page) => page.AdminsOnly) },
    ],
  },
  { path: '**', loadComponent: () => import('./wrong-address').then((page) => page.WrongAddress) },
];
