import { NgComponentOutlet } from '@angular/common';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Subject } from 'rxjs';
import { Drafts } from '../client/drafts/drafts';
import { type Departure, Rooms } from '../client/rooms/rooms';
import { personProviders, PersonScope } from '../client/session/person-scope';
import { Session } from '../client/session/session';
import { garden, peopleHere } from '../client/testing/people';
import { page } from '../platform/testing/page';
import { App } from './app';
import { MissingPiecesNotice } from './notices/missing-pieces-notice';
import { NewVersion } from './notices/new-version';
import { NewVersionNotice } from './notices/new-version-notice';

const { render, screen, settled } = page();

@Component({ selector: 'dcc-disk-warning', template: `<p>The disk is full.</p>` })
class DiskWarningStub {}

@Component({ selector: 'dcc-connection-status', template: '' })
class ConnectionStatusStub {}

describe('the page around all pages', () => {
  const isAdmin = signal(false);
  const ready = signal(false);
  let departures: Subject<Departure>;
  beforeEach(() => {
    isAdmin.set(false);
    ready.set(false);
    departures = new Subject();
  });
  const started = () => {
    TestBed.overrideComponent(App, {
      set: {
        imports: [
          ConnectionStatusStub,
          DiskWarningStub,
          MissingPiecesNotice,
          NewVersionNotice,
          NgComponentOutlet,
          RouterOutlet,
        ],
      },
    });
    return render(App, {
      providers: [
        ...[provideRouter([{ path: '**', children: [] }]), peopleHere()],
        { provide: Session, useValue: { isAdmin } },
        { provide: Drafts, useValue: { book: { textsIn: () => [] } } },
        { provide: NewVersion, useValue: { ready } },
        { provide: personProviders, useValue: [{ provide: Rooms, useValue: { departures } }] },
      ],
    });
  };

  it('shows its mark until the first page is there', async () => {
    await started();
    expect(document.querySelector('.splash')).not.toBeNull();
    await TestBed.inject(Router).navigateByUrl('/anywhere');
    await settled();
    expect(document.querySelector('.splash')).toBeNull();
  });

  it('reports rooms that are gone while someone is signed in', async () => {
    await started();
    TestBed.inject(PersonScope).open();
    await settled();
    departures.next({ room: garden, event: null });
    await settled();
    expect(screen.getByRole('alert').textContent).toContain('garden');
    TestBed.inject(PersonScope).close();
    await settled();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('warns only admins of a full disk', async () => {
    await started();
    expect(screen.queryByText('The disk is full.')).toBeNull();
    isAdmin.set(true);
    await settled();
    expect(await screen.findByText('The disk is full.')).toBeTruthy();
  });

  it('offers a new version once it is ready', async () => {
    await started();
    expect(screen.queryByRole('status', { name: 'New version' })).toBeNull();
    ready.set(true);
    await settled();
    expect(await screen.findByRole('status', { name: 'New version' })).toBeTruthy();
  });
});
