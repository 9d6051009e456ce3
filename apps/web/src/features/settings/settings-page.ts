import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Outbox } from '../../client/outbox/outbox';
import { ComingsAndGoings } from '../../client/timeline/comings-and-goings';
import { Translate } from '../../platform/language/translate';
import { NotificationChoice } from './notification-choice';
import { Session } from '../../client/session/session';
import { ConfirmDialog } from '../../platform/design/confirm-dialog';
import { Icon } from '../../platform/design/icon';
import { DeleteAccount } from './delete-account';
import { Devices } from './devices';
import { LanguageChoice } from './language-choice';
import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';
import { Theme, themeLabels, themes } from '../../platform/design/theme';

/** Settings of the user, of this device, and of the page's appearance. */
@Component({
  selector: 'dcc-settings-page',
  imports: [
    ConfirmDialog,
    DeleteAccount,
    Devices,
    Icon,
    LanguageChoice,
    NotificationChoice,
    PasswordForm,
    ProfileForm,
    RouterLink,
    Translate,
  ],
  templateUrl: './settings-page.html',
})
export class SettingsPage {
  protected readonly theme = inject(Theme);
  protected readonly themes = themes;
  protected readonly themeLabels = themeLabels;
  protected readonly comingsAndGoings = inject(ComingsAndGoings);
  protected readonly unsent = inject(Outbox).pendingCount;
  private readonly session = inject(Session);
  protected readonly asksToSignOut = signal(false);
  protected readonly asksToDelete = signal(false);
  protected readonly signOut = () => this.session.signOut();
}
