import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { enters, pressed } from '../../platform/testing/input-method';
import { page } from '../../platform/testing/page';
import { CommandPalette } from './command-palette';
import { EarlyKeys } from './early-keys';
import { PaletteEntries } from './palette-entries';
import type { PaletteEntry } from './palette-entry';

const { render, screen, user } = page();

/** Without the reason beside it. */
const labelOf = (option: HTMLElement) => option.querySelector('.label')?.firstChild?.textContent?.trim();

describe('the command palette', () => {
  let ran: string[];
  let closed: readonly unknown[];
  const early = { take: () => ({ text: '', chooses: false }) };
  beforeEach(async () => {
    ran = [];
    const entry = (label: string, alias = '', about = ''): PaletteEntry => ({
      key: label,
      icon: 'hash',
      label,
      alias,
      about,
      note: 'Room',
      waits: false,
      run: () => ran.push(label),
    });
    const browsingFor = (words: string) => entry(`Browse for ${words}`);
    const all = signal([entry('garden'), entry('kitchen', 'cooking'), entry('workshop', '', 'Wood and glue')]);
    // The palette provides its own.
    TestBed.overrideComponent(CommandPalette, {
      set: { providers: [{ provide: PaletteEntries, useValue: { all, browsingFor } }] },
    });
    const { emitted } = await render(CommandPalette, { providers: [{ provide: EarlyKeys, useValue: early }] });
    ({ closed } = emitted);
  });
  const line = () => screen.getByRole('combobox');
  const labels = () => screen.queryAllByRole('option').map((option) => labelOf(option));
  const chosen = () => labelOf(screen.getByRole('option', { selected: true }));

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
    expect(labels()).toEqual(['kitchen', 'Browse for cook']);
    expect(screen.getByText('cooking')).toBeTruthy();
  });

  it('says which words about an entry it found, and only then', async () => {
    await user.type(line(), 'glue');
    expect(labels()).toEqual(['workshop', 'Browse for glue']);
    expect(screen.getByText('Wood and glue')).toBeTruthy();
    await user.clear(line());
    await user.type(line(), 'work');
    expect(screen.queryByText('Wood and glue')).toBeNull();
  });

  it('reports that nothing matches, and offers the rooms that the user has not joined', async () => {
    await user.type(line(), ' zzz ');
    expect(labels()).toEqual(['Browse for zzz']);
    expect(screen.getByRole('status').textContent).toContain('No results');
    await user.keyboard('{Enter}');
    expect(ran).toEqual(['Browse for zzz']);
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
