import { describe, expect, it } from '@jest/globals';
import { page } from '../testing/page';
import { Select, type SelectOption } from './select';

const { render, screen, settled, user } = page();

const spans: readonly SelectOption<number>[] = [
  { value: 60, text: '1 minute' },
  { value: 3_600, text: '1 hour' },
];
const opened = (inputs: { value: number; hint?: string }) =>
  render(Select<number>, { inputs: { label: 'For', options: spans, ...inputs } });
const list = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'For' });
const shown = () => list().selectedOptions[0]?.text.trim();

describe('a select', () => {
  it('shows the option of its value, also when the value changes later', async () => {
    const { fixture } = await opened({ value: 3_600 });
    expect(shown()).toBe('1 hour');
    await user.selectOptions(list(), '1 hour');
    fixture.componentRef.setInput('value', 60);
    await settled();
    expect(shown()).toBe('1 minute');
  });

  it('emits the value of the chosen option, and a number stays a number', async () => {
    const { fixture } = await opened({ value: 60 });
    await user.selectOptions(list(), '1 hour');
    expect(fixture.componentInstance.value()).toBe(3_600);
  });

  it('keeps its choice when the options are replaced', async () => {
    const { fixture } = await opened({ value: 60 });
    await user.selectOptions(list(), '1 hour');
    fixture.componentRef.setInput('options', [{ value: 1, text: '1 second' }, ...spans]);
    await settled();
    expect(shown()).toBe('1 hour');
  });

  it('is described by its hint', async () => {
    await opened({ value: 60, hint: 'Then they can write again.' });
    const note = document.getElementById(list().getAttribute('aria-describedby')!);
    expect(note?.textContent).toBe('Then they can write again.');
  });
});
