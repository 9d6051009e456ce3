import { describe, expect, it } from '@jest/globals';
import type { diagnosticsCommands, ValueOf } from '@devchitchat/contracts';
import { ada, bob } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { Glance } from './glance';

const { render, screen } = page();

type Snapshot = ValueOf<typeof diagnosticsCommands.diagSnapshot>;

const service = (runsIn: string, memoryBytes: number, databaseBytes: number | null) =>
  ({ process: 'messaging', state: 'well', heard: { runsIn, memoryBytes, databaseBytes }, restarts: 0 }) as unknown;
const socketOf = ({ userId }: typeof ada) => ({ userId, since: 1_000, queuedFrames: 0, queuedBytes: 0 });

describe('the most important numbers', () => {
  const shown = (snapshot: Partial<Record<keyof Snapshot, unknown>>) =>
    render(Glance, { inputs: { snapshot: { services: [], gateway: null, rooms: null, ...snapshot } as Snapshot } });
  const figures = () => screen.getAllByRole('definition').map(({ textContent }) => textContent);

  it('count each person and the memory of each process once', async () => {
    await shown({
      gateway: { socketCount: 3, sockets: [socketOf(ada), socketOf(ada), socketOf(bob)] },
      rooms: { roomCount: 5, rooms: [] },
      services: [service('one', 40e6, 1_000), service('one', 50e6, 2_000), service('two', 30e6, null)],
    });
    expect(figures()).toEqual(['2', '3', '5', '80 MB', '3.0 KB']);
  });

  it('are zero while no one reports', async () => {
    await shown({});
    expect(figures()).toEqual(['0', '0', '0', '0 B', '0 B']);
  });
});
