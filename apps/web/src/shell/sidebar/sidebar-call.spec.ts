import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoomId } from '@devchitchat/contracts';
import { CallLauncher } from '../../client/call/call-launcher';
import { CurrentCall } from '../../client/call/state/current-call';
import { RejoinOffer } from '../../client/call/state/rejoin-offer';
import { RoomNames } from '../../client/rooms/room-names';
import { RoomOnPage } from '../../client/rooms/room-on-page';
import { Rooms } from '../../client/rooms/rooms';
import { garden } from '../../client/testing/people';
import { CallBar } from '../../features/call/call-bar';
import { page } from '../../platform/testing/page';
import { SidebarCall } from './sidebar-call';

const { render, screen, settled } = page();

const attic = 'r_attic' as RoomId;

@Component({ selector: 'dcc-call-bar', template: `<section aria-label="Call"></section>` })
class BarStub {}

describe('the call in the sidebar', () => {
  const offered = signal<RoomId | null>(null);
  let currentCall: CurrentCall;
  let onPage: RoomOnPage;
  beforeEach(() => {
    offered.set(null);
    currentCall = new CurrentCall();
    onPage = new RoomOnPage();
  });
  const shown = async () => {
    TestBed.overrideComponent(SidebarCall, { remove: { imports: [CallBar] }, add: { imports: [BarStub] } });
    await render(SidebarCall, {
      providers: [
        { provide: CurrentCall, useValue: currentCall },
        { provide: RoomOnPage, useValue: onPage },
        { provide: RejoinOffer, useValue: { roomId: offered } },
        { provide: Rooms, useValue: { held: signal(new Map([[garden.roomId, {}]])) } },
        {
          provide: RoomNames,
          useValue: { ofId: (roomId: RoomId) => (roomId === garden.roomId ? 'garden' : undefined) },
        },
        { provide: CallLauncher, useValue: {} },
      ],
    });
  };
  const bar = () => screen.queryByRole('region', { name: 'Call' });
  const offer = () => screen.queryByRole('status')?.textContent;

  it('is there while its room is not on the page', async () => {
    await shown();
    expect(bar()).toBeNull();
    currentCall.join(garden.roomId);
    await settled();
    expect(bar()).not.toBeNull();
    onPage.roomId.set(garden.roomId);
    await settled();
    expect(bar()).toBeNull();
  });

  it('offers to rejoin a call in another room that the user is still in', async () => {
    offered.set(attic);
    await shown();
    expect(offer()).toBeUndefined();
    offered.set(garden.roomId);
    await settled();
    expect(offer()).toContain('garden');
    onPage.roomId.set(garden.roomId);
    await settled();
    expect(offer()).toBeUndefined();
  });
});
