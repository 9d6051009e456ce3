import { Window } from 'happy-dom';

/** Node has these too, but the page's elements accept only the page's own. */
const replaced = new Set([
  ...['Event', 'EventTarget', 'CustomEvent', 'MessageEvent', 'CloseEvent', 'DOMException'],
  ...['FormData', 'navigator', 'localStorage', 'sessionStorage'],
]);

/** One window for all spec files of a worker, because Angular keeps the first document it sees. */
const window = new Window({ url: 'http://localhost:8080/', width: 1280, height: 800 });

/** The document that specs render into, even while it is not global. */
export const pageDocument = window.document as unknown as Document;

let isInstalled = false;

/** Makes `document` and the other globals of a page global. Returns a function that removes them again. */
export function installDom(): () => void {
  // The second removal would bring back the globals of the first, for all files that follow in this worker.
  if (isInstalled) throw new Error('This file already has a page.');
  isInstalled = true;
  const clearTimers = trackTimers();
  const names = namesOf(window).filter((name) => !(name in globalThis) || replaced.has(name));
  const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const name of names) {
    Object.defineProperty(globalThis, name, { value: valueOf(name), configurable: true, writable: true });
  }
  return () => {
    isInstalled = false;
    clearTimers();
    window.document.body.replaceChildren();
    window.localStorage.clear();
    window.sessionStorage.clear();
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  };
}

/** After its last file, a worker waits for every timer that is still running. */
function trackTimers(): () => void {
  const { setTimeout, setInterval } = globalThis;
  const started: NodeJS.Timeout[] = [];
  const tracked =
    (start: typeof setTimeout | typeof setInterval) =>
    (...args: Parameters<typeof setTimeout>) => {
      const timer = start(...args);
      started.push(timer);
      return timer;
    };
  Object.assign(globalThis, { setTimeout: tracked(setTimeout), setInterval: tracked(setInterval) });
  return () => {
    for (const timer of started) clearTimeout(timer);
    Object.assign(globalThis, { setTimeout, setInterval });
  };
}

/** Functions lose their `this` when called as globals: `matchMedia(…)`. Classes, which are capitalised, need none. */
function valueOf(name: string): unknown {
  const value: unknown = Reflect.get(window, name);
  return typeof value === 'function' && /^[a-z]/.test(name) ? (value.bind(window) as unknown) : value;
}

function namesOf(object: object): string[] {
  if (object === Object.prototype) return [];
  return [...Object.getOwnPropertyNames(object), ...namesOf(Object.getPrototypeOf(object) as object)];
}
