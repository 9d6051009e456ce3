import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, it } from '@jest/globals';
import { page } from '../../platform/testing/page';
import { FoldedSections } from './folded-sections';

const { settled } = page();

beforeEach(() => {
  localStorage.clear();
});
const folded = () => {
  TestBed.configureTestingModule({ providers: [FoldedSections] });
  return TestBed.inject(FoldedSections);
};

it('a section stays folded on the next page, until it is unfolded or its user signs out', async () => {
  const sections = folded();
  sections.toggle('directs');
  await settled();
  expect([sections.has('rooms'), sections.has('directs')]).toEqual([false, true]);
  const kept = localStorage.getItem('devchitchat folded sections');
  TestBed.resetTestingModule();
  expect(localStorage.getItem('devchitchat folded sections')).toBeNull();

  localStorage.setItem('devchitchat folded sections', kept ?? '');
  const later = folded();
  expect(later.has('directs')).toBe(true);
  later.toggle('directs');
  expect(later.has('directs')).toBe(false);
});

it.each(['', 'null', '{"rooms":true}', '[1,null,"cellars"]', 'not JSON'])(
  'starts unfolded with stored “%s”',
  (text) => {
    localStorage.setItem('devchitchat folded sections', text);
    const sections = folded();
    expect([sections.has('rooms'), sections.has('directs')]).toEqual([false, false]);
  },
);
