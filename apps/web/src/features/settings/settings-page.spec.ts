import { CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type Reply } from '@devchitchat/contracts';
import { Outbox } from '../../client/outbox/outbox';
import { bob, signedInAs } from '../../client/testing/people';
import { ComingsAndGoings } from '../../client/timeline/comings-and-goings';
import { ConfirmDialog } from '../../platform/design/confirm-dialog';
import { Theme } from '../../platform/design/theme';
import { Translate } from '../../platform/language/translate';
import { page } from '../../platform/testing/page';
import { SettingsPage } from './settings-page';

const { render, screen, settled, user } = page();

const refused = { ok: false, error: { message: 'The server is busy.' } } as unknown as Reply<unknown>;

describe('the settings', () => {
  const pendingCount = signal(0);
  let signOuts: number;
  let reply: Reply<unknown>;
  beforeEach(() => {
    pendingCount.set(0);
    signOuts = 0;
    reply = accepted({});
  });
  afterEach(() => {
    localStorage.clear();
    delete document.documentElement.dataset['theme'];
  });
  const opened = () => {
    // The forms have specs of their own.
    TestBed.overrideComponent(SettingsPage, {
      set: { imports: [ConfirmDialog, Translate], schemas: [CUSTOM_ELEMENTS_SCHEMA] },
    });
    return render(SettingsPage, {
      providers: [
        provideRouter([]),
        { provide: Outbox, useValue: { pendingCount } },
        signedInAs(bob, { signOut: () => ((signOuts += 1), Promise.resolve(reply)) }),
      ],
    });
  };
  const askToSignOut = () => user.click(screen.getByRole('button', { name: 'Sign out' }));
  const dialog = () => screen.queryByRole('dialog', { name: 'Sign out of this browser?' });
  const confirm = () => user.click([...dialog()!.querySelectorAll('button')].at(-1)!);

  it('apply a theme at once', async () => {
    await opened();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'System' }).checked).toBe(true);
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    expect(TestBed.inject(Theme).name()).toBe('light');
    expect(document.documentElement.dataset['theme']).toBe('light');
  });

  it('hide on demand who joined and left', async () => {
    await opened();
    const choice = screen.getByRole<HTMLInputElement>('checkbox', { name: /Show who joined and left/ });
    expect(choice.checked).toBe(true);
    await user.click(choice);
    expect(TestBed.inject(ComingsAndGoings).areShown()).toBe(false);
  });

  it('ask before they sign the user out', async () => {
    await opened();
    await askToSignOut();
    expect(signOuts).toBe(0);
    await confirm();
    expect(signOuts).toBe(1);
  });

  it('warn about unsent messages, which a sign-out would lose', async () => {
    await opened();
    await askToSignOut();
    expect(dialog()?.textContent).not.toContain('not sent yet');
    pendingCount.set(2);
    await settled();
    expect(dialog()?.textContent).toContain('2 messages are not sent yet');
  });

  it('say why the server did not sign the user out', async () => {
    reply = refused;
    await opened();
    await askToSignOut();
    await confirm();
    expect(screen.getByRole('alert').textContent).toContain('The server is busy.');
  });
});
