import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PeerId } from '@devchitchat/contracts';
import type { Tile } from '../../client/call/session/tiles';
import { ActiveSpeakers } from '../../client/call/state/active-speakers';
import { page } from '../../platform/testing/page';
import { CallTile } from './call-tile';

const { render, screen, settled } = page();

const peerId = 'p_bob' as PeerId;
const camera: Tile = {
  key: 'bob',
  peerId,
  name: 'Bob',
  kind: 'camera',
  track: null,
  link: 'connected',
  muted: false,
  deafened: false,
  isMine: false,
};

describe('a tile of a call', () => {
  const speaking = signal<ReadonlySet<PeerId>>(new Set());
  beforeEach(() => {
    speaking.set(new Set());
  });
  const shown = (tile: Partial<Tile>) =>
    render(CallTile, {
      inputs: { tile: { ...camera, ...tile } },
      providers: [{ provide: ActiveSpeakers, useValue: { peerIds: speaking } }],
    });
  const figure = () => screen.getByRole('figure');
  const waiting = () => document.querySelector('.waiting')?.textContent;

  it('is named after the participant and their stream', async () => {
    await shown({});
    expect(figure().getAttribute('aria-label')).toBe('Bob, camera');
  });

  it('is captioned “You” for the user’s own camera', async () => {
    await shown({ isMine: true, link: null });
    expect(figure().querySelector('figcaption')?.textContent).toContain('You');
  });

  it('shows its status until the first frame, and again when the track is muted', async () => {
    const track = document.createElement('canvas').captureStream().getVideoTracks()[0]!;
    await shown({ track });
    expect(waiting()).toBe('Waiting for Bob’s camera…');

    document.querySelector('video')?.dispatchEvent(new Event('timeupdate'));
    await settled();
    expect(waiting()).toBeUndefined();

    track.dispatchEvent(new Event('mute'));
    await settled();
    expect(waiting()).toBe('Waiting for Bob’s camera…');
  });

  it("shows that a participant can't be reached", async () => {
    await shown({ link: 'unreachable' });
    expect(waiting()).toBe('Bob can’t be reached.');
  });

  it('marks the camera of a speaking participant, but no muted participant and no screen', async () => {
    speaking.set(new Set([peerId]));
    const { fixture } = await shown({});
    expect(figure().classList.contains('speaking')).toBe(true);
    for (const tile of [
      { ...camera, muted: true },
      { ...camera, kind: 'screen' as const },
    ]) {
      fixture.componentRef.setInput('tile', tile);
      await settled();
      expect(figure().classList.contains('speaking')).toBe(false);
    }
  });
});
