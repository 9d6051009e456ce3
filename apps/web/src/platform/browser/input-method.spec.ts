import { afterEach, describe, expect, it } from '@jest/globals';
import { sourcesIn } from '../language/testing/sources';
import { enters, pressed } from '../testing/input-method';
import { page } from '../testing/page';

page();

const acted: string[] = [];
const act = ({ key }: Event & { key?: string }) => void acted.push(key ?? 'other');

/** Listens on the element, on those around it, and on the document as the page’s shortcuts do. */
function acting(markup: string): HTMLElement {
  document.body.innerHTML = `<dialog open><form>${markup}</form></dialog>`;
  const element = document.querySelector<HTMLElement>('form > *')!;
  for (const target of [element, document.querySelector('form')!, document.querySelector('dialog')!, document])
    target.addEventListener('keydown', act);
  return element;
}

afterEach(() => {
  document.removeEventListener('keydown', act as EventListener);
  document.body.replaceChildren();
  acted.length = 0;
});

const places = ['<input>', '<textarea></textarea>', '<button>Menu</button>', '<div contenteditable></div>'];

describe.each(places)('in %s', (place) => {
  it.each(enters)('nothing acts on an Enter that ends a composition: %s', (_browser, enter) => {
    const event = pressed(acting(place), enter);
    expect(acted).toEqual([]);
    // It would send the form.
    expect(event.defaultPrevented).toBe(place === '<input>' && enter.key === 'Enter');
  });

  it('Escape of an input method closes nothing', () => {
    expect(pressed(acting(place), { key: 'Escape', keyCode: 229, isComposing: true }).defaultPrevented).toBe(true);
    expect(acted).toEqual([]);
  });

  it('other keys belong to the page', () => {
    const element = acting(place);
    for (const key of ['Enter', 'a', 'Escape', 'ArrowUp']) {
      acted.length = 0;
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      element.dispatchEvent(event);
      expect(acted).toEqual([key, key, key, key]);
      expect(event.defaultPrevented).toBe(false);
    }
  });
});

it('what notes that somebody types sees the keys of an input method', () => {
  const element = acting('<input>');
  document.addEventListener('keydown', act as EventListener, { capture: true, once: true });
  pressed(element, enters[0]![1]);
  expect(acted).toEqual(['Enter']);
});

it('no file acts on keys where the guard does not reach', () => {
  const late = /keyup|keypress|\.isComposing|addEventListener\('keydown'.*capture: true/i;
  const unguarded = sourcesIn(`${import.meta.dirname}/../..`, ['.ts', '.html']).filter(
    ({ path, text }) => late.test(text) && path !== 'platform/browser/input-method.ts',
  );
  expect(unguarded.map(({ path }) => path)).toEqual([]);
});
