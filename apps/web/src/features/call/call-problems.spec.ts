import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { AudioPlayback } from '../../client/call/media/audio-playback';
import type { MediaProblem } from '../../client/call/media/media-problem';
import { LocalMedia } from '../../client/call/session/local-media';
import { page } from '../../platform/testing/page';
import { CallProblems } from './call-problems';

const { render, screen, settled, user } = page();

describe('the problems of a call', () => {
  const blocked = signal(false);
  const change = signal<string | null>(null);
  const problems = {
    microphone: signal<MediaProblem | null>(null),
    camera: signal<MediaProblem | null>(null),
    screen: signal<MediaProblem | null>(null),
  };
  let opened: string[];
  beforeEach(() => {
    blocked.set(false);
    change.set(null);
    for (const problem of Object.values(problems)) problem.set(null);
    opened = [];
  });
  const shown = () => {
    const track = (name: keyof typeof problems) => ({ problem: problems[name], open: () => opened.push(name) });
    return render(CallProblems, {
      providers: [
        {
          provide: AudioPlayback,
          useValue: {
            blocked,
            unblock: () => {
              blocked.set(false);
            },
          },
        },
        {
          provide: LocalMedia,
          useValue: {
            microphone: { ...track('microphone'), change },
            camera: track('camera'),
            screen: track('screen'),
          },
        },
      ],
    });
  };
  const alerts = () => screen.queryAllByRole('alert').map((alert) => alert.textContent);

  it('are silent while everything works', async () => {
    await shown();
    expect(alerts()).toEqual([]);
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('offer to play sound that the browser blocks', async () => {
    blocked.set(true);
    await shown();
    expect(alerts()).toHaveLength(1);
    await user.click(screen.getByRole('button'));
    expect(blocked()).toBe(false);
    expect(alerts()).toEqual([]);
  });

  it('offer to open each device again that failed', async () => {
    problems.microphone.set({ sentence: 'Your microphone is blocked.', canRetry: true });
    problems.screen.set({ sentence: 'Your screen is in use.', canRetry: true });
    await shown();
    expect(alerts()).toEqual([expect.stringContaining('microphone'), expect.stringContaining('screen')]);
    for (const retry of screen.getAllByRole('button', { name: 'Try again' })) await user.click(retry);
    expect(opened).toEqual(['microphone', 'screen']);
  });

  it('offer no retry where it makes no sense', async () => {
    problems.camera.set({ sentence: 'Your browser only allows the camera on HTTPS.', canRetry: false });
    await shown();
    expect(alerts()).toHaveLength(1);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('tell that another microphone is in use', async () => {
    await shown();
    change.set('Your microphone is now “Built-in”.');
    await settled();
    expect(screen.getByRole('status').textContent).toContain('Built-in');
  });
});
