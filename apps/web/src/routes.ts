import type { Routes } from '@angular/router';
import { Home } from './rooms/home';
import { RoomPage } from './rooms/room-page';
import { signedIn } from './session/signed-in-guard';
import { Shell } from './shell';

export const routes: Routes = [
  { path: 'invite/:token', loadComponent: () => import('./invite/invite-page').then((page) => page.InvitePage) },
  { path: 'sign-in', loadComponent: () => import('./session/sign-in-page').then((page) => page.SignInPage) },
  { path: 'device/:code', loadComponent: () => import('./session/device-page').then((page) => page.DevicePage) },
  {
    path: '',
    component: Shell,
    canActivate: [signedIn],
    children: [
      { path: '', pathMatch: 'full', component: Home },
      { path: 'room/:roomId', component: RoomPage },
      {
        path: 'room-invite/:token',
        loadComponent: () => import('./invite/room-invite-page').then((page) => page.RoomInvitePage),
      },
      { path: 'settings', loadComponent: () => import('./settings/settings-page').then((page) => page.SettingsPage) },
    ],
  },
  { path: '**', redirectTo: '' },
];
