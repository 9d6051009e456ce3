import { Component, input, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoomId } from '@devchitchat/contracts';
import { CallLauncher } from '../../client/call/call-launcher';
import { CurrentCall } from '../../client/call/state/current-call';
import { RoomNames } from '../../client/rooms/room-names';
import { garden } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { CallBar } from './call-bar';
import { CallControls } from './call-controls';
import { CallProblems } from './call-problems';

const { render, screen, settled } = page();

@Component({ selector: 'dcc-call-controls', template: `<button type="button">{{ compact() }}</button>` })
class ControlsStub {
  readonly compact = input(false);
}

@Component({ selector: 'dcc-call-problems', template: '' })
class ProblemsStub {}

describe('the bar of the current call', () => {
  const isReady = signal(false);
  let currentCall: CurrentCall;
  beforeEach(() => {
    isReady.set(false);
    currentCall = new CurrentCall();
  });
  const shown = () => {
    TestBed.overrideComponent(CallBar, {
      remove: { imports: [CallControls, CallProblems] },
      add: { imports: [ControlsStub, ProblemsStub] },
    });
    return render(CallBar, {
      providers: [
        provideRouter([]),
        { provide: CurrentCall, useValue: currentCall },
        {
          provide: RoomNames,
          useValue: { ofId: (roomId: RoomId) => (roomId === garden.roomId ? 'garden' : undefined) },
        },
        { provide: CallLauncher, useValue: { isReady } },
      ],
    });
  };
  const bar = () => screen.queryByRole('region', { name: 'Call' });

  it('waits for the code of calls, which its controls need', async () => {
    currentCall.join(garden.roomId);
    await shown();
    expect(bar()).toBeNull();
    isReady.set(true);
    await settled();
    expect(bar()).not.toBeNull();
  });

  it('links to the room and has the small controls', async () => {
    isReady.set(true);
    currentCall.join(garden.roomId);
    await shown();
    expect(screen.getByRole('link', { name: 'garden' }).getAttribute('href')).toBe(`/room/${garden.roomId}`);
    expect(screen.getByRole('button', { name: 'true' })).toBeTruthy();
  });

  it('has a name for a room that is gone, and ends with the call', async () => {
    isReady.set(true);
    currentCall.join('r_gone' as RoomId);
    await shown();
    expect(screen.getByRole('link', { name: 'In a call' })).toBeTruthy();
    currentCall.leave();
    await settled();
    expect(bar()).toBeNull();
  });
});
