import { signal } from '@angular/core';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PeerId } from '@devchitchat/contracts';
import { AudioPlayback } from '../../client/call/media/audio-playback';
import { Volume } from '../../client/call/media/volume';
import { CallActions } from '../../client/call/session/call-actions';
import { CallSessionHolder } from '../../client/call/session/call-session-holder';
import { CallView } from '../../client/call/session/call-view';
import { LocalMedia } from '../../client/call/session/local-media';
import type { Participant } from '../../client/call/session/participants';
import { SpeechDetection } from '../../client/call/session/speech-detection';
import { Spotlight } from '../../client/call/session/spotlight';
import type { Tile } from '../../client/call/session/tiles';
import { ActiveSpeakers } from '../../client/call/state/active-speakers';
import { OwnVoiceState } from '../../client/call/voice/own-voice-state';
import { ada, bob, peopleHere, signedInAs } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { CallStage } from './call-stage';
import { type FillableScreen, fillableScreen } from './testing/fillable-screen';

const { render, screen, settled, user } = page();

const [mine, hers] = ['p_bob' as PeerId, 'p_ada' as PeerId];
const participant: Participant = {
  peerId: hers,
  userId: ada.userId,
  name: 'Ada',
  muted: false,
  deafened: false,
  problem: null,
};
const tile = (key: string, kind: Tile['kind']): Tile => ({
  key,
  kind,
  peerId: hers,
  name: 'Ada',
  track: null,
  link: 'connected',
  muted: false,
  deafened: false,
  isMine: false,
});

describe('the stage of a call', () => {
  const participants = signal<readonly Participant[]>([]);
  const tiles = signal<readonly Tile[]>([]);
  const isJoined = signal(true);
  const muted = signal(false);
  const speaking = signal<ReadonlySet<PeerId>>(new Set());
  let volumes: unknown[];
  let reconnected: PeerId[];
  beforeEach(() => {
    participants.set([participant]);
    tiles.set([]);
    isJoined.set(true);
    muted.set(false);
    speaking.set(new Set());
    volumes = [];
    reconnected = [];
  });
  const shown = () => {
    const off = { stream: signal(null), problem: signal(null) };
    return render(CallStage, {
      providers: [
        signedInAs(bob),
        peopleHere(ada, bob),
        Spotlight,
        { provide: CallView, useValue: { participants, tiles } },
        { provide: CallSessionHolder, useValue: { isJoined, peerId: signal(mine) } },
        { provide: ActiveSpeakers, useValue: { peerIds: speaking } },
        { provide: OwnVoiceState, useValue: { muted, deafened: signal(false) } },
        { provide: CallActions, useValue: { reconnect: (peerId: PeerId) => reconnected.push(peerId) } },
        { provide: SpeechDetection, useValue: { isSpeakingWhileMuted: signal(false) } },
        { provide: AudioPlayback, useValue: { blocked: signal(false) } },
        {
          provide: LocalMedia,
          useValue: { microphone: { ...off, change: signal(null) }, camera: off, screen: off },
        },
        {
          provide: Volume,
          useValue: { of: () => 100, set: (...volume: readonly unknown[]) => volumes.push(volume) },
        },
      ],
    });
  };
  const people = () => screen.getAllByRole('listitem');
  const status = () => people()[0]?.querySelector('small')?.textContent;

  it('lists the user first and then the other participants', async () => {
    await shown();
    expect(people().map((person) => person.querySelector('b')?.textContent)).toEqual(['Bob', 'Ada']);
    expect(screen.getByRole('region', { name: 'Call' })).toBeTruthy();
  });

  it('distinguishes joining, being alone and being with others', async () => {
    isJoined.set(false);
    participants.set([]);
    await shown();
    const joining = status();
    isJoined.set(true);
    await settled();
    const alone = status();
    participants.set([participant]);
    await settled();
    expect(new Set([joining, alone, status()]).size).toBe(3);
    expect(status()).toBe('you');
  });

  it('shows shared screens before cameras', async () => {
    tiles.set([tile('camera', 'camera'), tile('screen', 'screen')]);
    await shown();
    expect(screen.getAllByRole('figure').map((figure) => figure.getAttribute('aria-label'))).toEqual([
      'Ada, screen',
      'Ada, camera',
    ]);
  });

  const pressed = () =>
    screen
      .queryAllByRole('button', { name: /^Spotlight /, pressed: true })
      .map((button) => button.getAttribute('aria-label'));

  it('shows a shared screen large until its viewer presses Spotlight, and everyone alike after Escape', async () => {
    tiles.set([tile('camera', 'camera'), tile('screen', 'screen')]);
    await shown();
    expect(pressed()).toEqual(['Spotlight Ada, screen']);

    await user.click(screen.getByRole('button', { name: 'Spotlight Ada, camera' }));
    expect(pressed()).toEqual(['Spotlight Ada, camera']);
    tiles.set([tile('new', 'screen'), ...tiles()]);
    await settled();
    expect(pressed()).toEqual(['Spotlight Ada, camera']);

    await user.keyboard('{Escape}');
    expect(pressed()).toEqual([]);
    tiles.set(tiles().filter(({ key }) => key !== 'new'));
    await settled();
    expect(pressed()).toEqual([]);
  });

  it('keeps the video of a tile that becomes large, and what is large while this page is away from the call', async () => {
    tiles.set([tile('camera', 'camera'), { ...tile('mine', 'camera'), name: 'Bob', isMine: true }]);
    await shown();
    const video = screen.getByRole('figure', { name: 'Bob, camera' }).querySelector('video');
    await user.dblClick(screen.getByRole('figure', { name: 'Bob, camera' }));
    expect(pressed()).toEqual(['Spotlight Bob, camera']);
    expect(screen.getByRole('figure', { name: 'Bob, camera' }).querySelector('video')).toBe(video);

    const before = tiles();
    isJoined.set(false);
    tiles.set([]);
    await settled();
    tiles.set(before);
    isJoined.set(true);
    await settled();
    expect(pressed()).toEqual(['Spotlight Bob, camera']);
  });

  it('hides people and videos until its viewer shows them again, whatever starts meanwhile', async () => {
    tiles.set([tile('camera', 'camera')]);
    const { fixture } = await shown();
    const fold = screen.getByRole('button', { name: 'People and videos' });
    const isShown = () =>
      screen.queryByRole('list') !== null && document.querySelector('.tiles:not([hidden])') !== null;
    expect([fold.getAttribute('aria-expanded'), isShown()]).toEqual(['true', true]);
    await user.click(fold);
    tiles.set([...tiles(), tile('screen', 'screen')]);
    await settled();
    expect([fold.getAttribute('aria-expanded'), isShown()]).toEqual(['false', false]);
    expect(screen.getByRole('button', { name: 'Mute' })).toBeTruthy();
    expect(fixture.componentRef.injector.get(Spotlight).folded()).toBe(true);
    await user.click(fold);
    expect(isShown()).toBe(true);
  });

  it('has no button for the full screen where the browser has none', async () => {
    tiles.set([tile('screen', 'screen')]);
    await shown();
    expect(screen.queryByRole('button', { name: 'Full screen' })).toBeNull();
  });

  it('goes back with Escape after a click on the large video', async () => {
    tiles.set([tile('screen', 'screen')]);
    await shown();
    await user.click(screen.getByRole('figure', { name: 'Ada, screen' }));
    await user.keyboard('{Escape}');
    expect(pressed()).toEqual([]);
  });

  describe('in a browser that can fill the screen', () => {
    let fillable: FillableScreen;
    let keysForPage: number;
    const count = (event: Event) => {
      if (!event.defaultPrevented) keysForPage++;
    };
    beforeEach(() => {
      fillable = fillableScreen();
      keysForPage = 0;
      document.addEventListener('keydown', count);
      tiles.set([tile('camera', 'camera'), tile('screen', 'screen')]);
    });
    afterEach(() => {
      document.removeEventListener('keydown', count);
      fillable.restore();
    });
    const button = (name: string) => screen.getByRole('button', { name });
    const isFilled = () => button('Full screen').getAttribute('aria-pressed') === 'true' && fillable.filled() !== null;

    it('leaves the full screen by the button, a double click, and Escape from anywhere in the call', async () => {
      await shown();
      const figure = () => screen.getByRole('figure', { name: 'Ada, screen' });
      for (const leave of [
        () => user.click(button('Full screen')),
        () => user.dblClick(figure()),
        () => user.keyboard('{Escape}'),
        async () => {
          await user.click(figure());
          await user.keyboard('{Escape}');
        },
        async () => {
          button('Mute').focus();
          await user.keyboard('{Escape}');
        },
      ]) {
        await user.click(button('Full screen'));
        expect(isFilled()).toBe(true);
        await leave();
        expect(fillable.filled()).toBeNull();
        expect(pressed()).toEqual(['Spotlight Ada, screen']);
      }
      expect(keysForPage).toBe(0);
    });

    it('leaves the full screen with the end of its stream, but not for another screen', async () => {
      await shown();
      await user.click(button('Full screen'));
      tiles.set([...tiles(), { ...tile('later', 'screen'), name: 'Cleo' }]);
      await settled();
      expect(isFilled()).toBe(true);
      tiles.set(tiles().filter(({ key }) => key !== 'screen'));
      await settled();
      expect(fillable.filled()).toBeNull();
      expect(pressed()).toEqual(['Spotlight Cleo, screen']);
    });
  });

  it('fills the screen of an iPhone with the video alone', async () => {
    const played: unknown[] = [];
    Object.defineProperties(HTMLVideoElement.prototype, {
      webkitEnterFullscreen: {
        value(this: Element) {
          played.push(this);
        },
        configurable: true,
      },
      webkitExitFullscreen: { value: () => undefined, configurable: true },
    });
    try {
      tiles.set([tile('screen', 'screen')]);
      const { fixture } = await shown();
      await user.click(screen.getByRole('button', { name: 'Full screen' }));
      expect(played).toEqual([screen.getByRole('figure').querySelector('video')]);
      fixture.destroy();
    } finally {
      for (const name of ['webkitEnterFullscreen', 'webkitExitFullscreen'])
        Reflect.deleteProperty(HTMLVideoElement.prototype, name);
    }
  });

  it('marks who is speaking, but never a muted user', async () => {
    speaking.set(new Set([mine, hers]));
    await shown();
    const marked = () => people().map((person) => person.classList.contains('speaking'));
    expect(marked()).toEqual([true, true]);
    muted.set(true);
    await settled();
    expect(marked()).toEqual([false, true]);
  });

  it('has a volume for each other participant', async () => {
    await shown();
    const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Volume of Ada' });
    slider.value = '150';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    expect(volumes).toEqual([[ada.userId, 150]]);
  });

  it('shows the problem of a link instead of a volume, and connects again', async () => {
    participants.set([{ ...participant, problem: { sentence: 'Ada can’t be reached.', canRetry: true } }]);
    await shown();
    expect(screen.getByText('Ada can’t be reached.')).toBeTruthy();
    expect(screen.queryByRole('slider')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(reconnected).toEqual([hers]);
  });
});
