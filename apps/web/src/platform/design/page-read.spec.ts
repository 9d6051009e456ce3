import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { DOCUMENT } from '@angular/core';
import { page } from '../testing/page';
import { PageRead } from './page-read';

page();

describe('whether somebody reads the page', () => {
  let focused: boolean;
  let state: DocumentVisibilityState;
  let view: EventTarget;
  let doc: EventTarget;
  beforeEach(() => {
    focused = true;
    state = 'visible';
    view = new EventTarget();
    doc = Object.defineProperties(new EventTarget(), {
      visibilityState: { get: () => state },
      defaultView: { get: () => view },
      hasFocus: { value: () => focused },
    });
    TestBed.configureTestingModule({ providers: [PageRead, { provide: DOCUMENT, useValue: doc }] });
  });
  const blur = () => {
    focused = false;
    view.dispatchEvent(new Event('blur'));
  };

  it('follows the focus of the window, not only its visibility', () => {
    const { read } = TestBed.inject(PageRead);
    expect(read()).toBe(true);
    blur();
    expect(read()).toBe(false);
    focused = true;
    view.dispatchEvent(new Event('focus'));
    expect(read()).toBe(true);
    state = 'hidden';
    doc.dispatchEvent(new Event('visibilitychange'));
    expect(read()).toBe(false);
  });

  it.each(['wheel', 'pointermove'])('counts a window without the focus that gets a %s', (input) => {
    const { read } = TestBed.inject(PageRead);
    blur();
    doc.dispatchEvent(new Event(input));
    expect(read()).toBe(true);
  });

  it('does not count a hidden window that gets a key from somewhere', () => {
    const { read } = TestBed.inject(PageRead);
    state = 'hidden';
    doc.dispatchEvent(new Event('visibilitychange'));
    doc.dispatchEvent(new Event('keydown'));
    expect(read()).toBe(false);
  });
});
