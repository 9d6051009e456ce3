import { describe, expect, it } from '@jest/globals';
import { page } from '../testing/page';
import { Field } from './field';

const { render, screen, user } = page();

describe('a field', () => {
  it('is labelled, and described by its hint', async () => {
    await render(Field, { inputs: { label: 'Name', value: '', hint: 'What others see.' } });
    const line = screen.getByLabelText('Name');
    const note = document.getElementById(line.getAttribute('aria-describedby')!);
    expect(note?.textContent).toBe('What others see.');
    expect(line.hasAttribute('aria-invalid')).toBe(false);
  });

  it('shows a problem in place of the hint', async () => {
    await render(Field, { inputs: { label: 'Name', value: '', hint: 'What others see.', problem: 'Too long.' } });
    expect(screen.getByText('Too long.')).toBeTruthy();
    expect(screen.queryByText('What others see.')).toBeNull();
    expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true');
  });

  it('emits the typed text', async () => {
    const { fixture } = await render(Field, { inputs: { label: 'Name', value: 'A' } });
    await user.type(screen.getByLabelText('Name'), 'da');
    expect(fixture.componentInstance.value()).toBe('Ada');
  });
});
