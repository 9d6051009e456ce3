import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { enters, pressed } from '../../platform/testing/input-method';
import { page } from '../../platform/testing/page';
import { CommandPalette } from './command-palette';
import { PaletteEntries } from './palette-entries';
import type { PaletteEntry } from './palette-entry';

const { render, screen, user } = page();

describe('the command palette', () => {
  let ran: string[];
  let closed: readonly unknown[];
  beforeEach(async () => {
    ran = [];
    const entry = (label: string, alias = ''): PaletteEntry => ({
      key: label,
      icon: 'hash',
      label,
      alias,
      note: 'Room',
      run: () => ran.push(label),
    });
    const all = signal([entry('garden'), entry('kitchen', 'cooking'), entry('workshop')]);
    // The palette provides its own.
    TestBed.overrideComponent(CommandPalette, {
      set: { providers: [{ provide: PaletteEntries, useValue: { all } }] },
    });
    const { emitted } = await render(CommandPalette);
    ({ closed } = emitted);
  });
  const line = () => screen.getByRole('combobox');
  const labels = () => screen.queryAllByRole('option').map((option) => option.querySelector('.label')?.textContent);
  const chosen = () => screen.getByRole('option', { selected: true }).querySelector('.label')?.textContent;

  it('shows all entries, with the first one chosen', () => {
    expect(labels()).toEqual(['garden', 'kitchen', 'workshop']);
    expect(chosen()).toBe('garden');
    expect(line().getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[0]?.id);
  });

  it('wraps around with the arrow keys', async () => {
    await user.type(line(), '{ArrowUp}');
    expect(chosen()).toBe('workshop');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(chosen()).toBe('kitchen');
  });

  it('closes and then runs the chosen entry', async () => {
    await user.type(line(), 'kit{Enter}');
    expect(closed).toHaveLength(1);
    expect(ran).toEqual(['kitchen']);
  });

  it.each(enters)('runs nothing on Enter that composes a word: %s', async (_browser, enter) => {
    await user.type(line(), 'kit');
    pressed(line(), enter);
    expect([ran, closed]).toEqual([[], []]);
  });

  it('finds an entry by its other name', async () => {
    await user.type(line(), 'cook');
    expect(labels()).toEqual(['kitchen']);
  });

  it('reports that nothing matches, and then does nothing', async () => {
    await user.type(line(), 'zzz');
    expect(labels()).toEqual([]);
    expect(screen.getByRole('status')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect([ran, closed]).toEqual([[], []]);
  });

  it('runs the clicked entry', async () => {
    await user.click(screen.getByRole('option', { name: /workshop/ }));
    expect(ran).toEqual(['workshop']);
  });

  it('closes with the key that opened it', async () => {
    await user.type(line(), '{Control>}k{/Control}');
    expect(closed).toHaveLength(1);
  });
});
