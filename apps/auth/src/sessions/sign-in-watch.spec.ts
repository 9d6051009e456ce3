import { SignInWatch } from './sign-in-watch';

const fail = (watch: SignInWatch, times: number, block: string, now = 0) => {
  for (let i = 0; i < times; i++) watch.failed('ada', block, now);
};

describe('a client that guesses at an account', () => {
  it('may mistype a few times, then waits twice as long each time, up to a minute', () => {
    const watch = new SignInWatch();
    const waits = Array.from({ length: 13 }, () => {
      fail(watch, 1, 'thief');
      return watch.waitFor('ada', 'thief', 0);
    });
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * 1_000));
    expect(watch.waitFor('ada', 'thief', 60_000)).toBe(0);
    expect(watch.waitFor('bob', 'thief', 0)).toBe(0);
  });

  it('delays no other address, and the second mistake during an attack costs a short wait', () => {
    const watch = new SignInWatch();
    for (let at = 0; at < 100; at++) fail(watch, 1, `thief ${at}`);
    expect(watch.waitFor('ada', 'new phone', 0)).toBe(0);
    fail(watch, 1, 'new phone');
    expect(watch.waitFor('ada', 'new phone', 0)).toBe(1_000);
    expect(watch.waitFor('ada', 'new phone', 1_000)).toBe(0);
  });

  it('ranks behind known addresses and those with fewer mistakes', () => {
    const watch = new SignInWatch();
    watch.saw('ada', 'home', 0);
    fail(watch, 3, 'thief');
    fail(watch, 2, 'home');
    expect(['home', 'new phone', 'thief'].map((block) => watch.rankOf('ada', block, 0))).toEqual([0, 1, 4]);
    expect(watch.rankOf('bob', 'home', 0)).toBe(3);
  });

  it('is forgotten after a quarter of an hour, and after a correct password', () => {
    const watch = new SignInWatch();
    fail(watch, 9, 'home');
    fail(watch, 9, 'cafe');
    watch.succeeded('ada', 'home', 0);
    expect(watch.waitFor('ada', 'home', 0)).toBe(0);
    expect(watch.rankOf('ada', 'home', 0)).toBe(0);
    expect(watch.waitFor('ada', 'cafe', 0)).toBeGreaterThan(0);
    expect(watch.rankOf('ada', 'cafe', 15 * 60_000)).toBe(1);
  });
});
