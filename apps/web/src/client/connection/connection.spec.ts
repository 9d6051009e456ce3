import '@angular/compiler';
import { beforeEach, expect, it } from '@jest/globals';
import {
  createEnvironmentInjector,
  Injector,
  signal,
  ɵINJECTOR_SCOPE as INJECTOR_SCOPE,
  type EnvironmentInjector,
} from '@angular/core';
import { hello } from '@devchitchat/contracts';
import { lobby } from '@devchitchat/contracts/testing';
import { NEVER } from 'rxjs';
import { Connection, socketOfTab } from './connection';
import { NetworkHints } from './network-hints';

/** A socket whose server answers no command. */
class FakeSocket {
  /** The commands that left, each with the number of its connection. */
  readonly heard: (readonly [number, string])[] = [];
  private readonly listeners = new Map<string, (data: unknown) => void>();
  private connections = 0;
  private isConnected = false;
  private fail: () => void = () => undefined;

  on(name: string, listener: (data: unknown) => void): void {
    this.listeners.set(name, listener);
  }

  connect(): void {
    this.isConnected = true;
    this.connections += 1;
    setTimeout(() => this.listeners.get(hello.name)?.({ now: Date.now() }));
  }

  disconnect(): void {
    this.isConnected = false;
    this.fail();
  }

  timeout() {
    const emitWithAck = (name: string): Promise<never> => {
      if (this.isConnected) this.heard.push([this.connections, name]);
      return new Promise((_, reject) => {
        this.fail = () => {
          reject(new Error('socket has been disconnected'));
        };
      });
    };
    return { emitWithAck };
  }
}

let socket: FakeSocket;
let connection: Connection;

beforeEach(() => {
  socket = new FakeSocket();
  connection = createEnvironmentInjector(
    [
      { provide: INJECTOR_SCOPE, useValue: 'root' },
      { provide: NetworkHints, useValue: { online: signal(true), changes: NEVER } },
      { provide: socketOfTab, useValue: socket },
    ],
    Injector.NULL as EnvironmentInjector,
  ).get(Connection);
});

const opened = (): Promise<void> =>
  new Promise((resolve) => {
    const welcome = connection.hellos.subscribe(() => {
      welcome.unsubscribe();
      resolve();
    });
    connection.open();
  });

it('sends what one person leaves behind before the connection becomes that of the next', async () => {
  await opened();
  const asking = connection.ask('room.list', {});
  await opened();
  expect(socket.heard).toEqual([[1, 'room.list']]);
  expect(await asking).toMatchObject({ ok: false, error: { retryable: true } });
});

it('sends nothing once it is closed', async () => {
  await opened();
  connection.close();
  expect(await connection.ask('room.list', {})).toMatchObject({ ok: false, error: { reason: 'page.offline' } });
  await opened();
  expect(socket.heard).toEqual([]);
});

it('refuses a command that waited for a connection which another person’s replaced', async () => {
  connection.open();
  const asking = connection.ask('typing.start', { roomId: lobby });
  await opened();
  expect(await asking).toMatchObject({ ok: false, error: { reason: 'page.offline' } });
  expect(socket.heard).toEqual([]);
});
