import { Component, computed, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import type { UserId } from '@devchitchat/contracts';
import { Directs } from '../client/directs/directs';
import { Translate } from '../platform/language/translate';
import { Session } from '../client/session/session';
import { Avatar } from './avatar';
import { Action } from '../platform/design/action';
import { Dialog } from '../platform/design/dialog';
import { Directory } from '../client/people/directory';

/** A person's names and picture, their text about themselves, and a button to message them. */
@Component({
  selector: 'dcc-person-card',
  imports: [Avatar, Dialog, Translate],
  template: `
    <dcc-dialog [heading]="'Profile of {name}' | t: { name: directory.nameOf(userId()) }" (closed)="closed.emit()">
      @if (user(); as user) {
        <div class="card">
          <dcc-avatar [userId]="userId()" [size]="512" />
          <div>
            <b dir="auto">{{ user.displayName }}</b>
            <p>&#64;{{ user.handle }}{{ user.isBot ? ' · ' + ('bot' | t) : '' }}</p>
            <p dir="auto">{{ user.pronouns }}</p>
          </div>
        </div>
        <p class="bio" dir="auto">{{ user.bio }}</p>
        @if (opening.problem(); as problem) {
          <p class="notice problem" role="alert">{{ problem }}</p>
        }
        @if (user.active) {
          <div class="actions">
            <button type="button" class="primary" [disabled]="opening.busy()" (click)="write()">
              {{ (isMe() ? 'Notes to self' : 'Message') | t }}
            </button>
          </div>
        } @else {
          <p class="quiet">
            {{ (user.disabled ? 'An admin has disabled this account.' : 'No longer on this server.') | t }}
          </p>
        }
      }
    </dcc-dialog>
  `,
})
export class PersonCard {
  readonly userId = input.required<UserId>();
  readonly closed = output();
  protected readonly directory = inject(Directory);
  private readonly directs = inject(Directs);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly opening = new Action();
  protected readonly user = computed(() => this.directory.users().get(this.userId()));
  protected readonly isMe = computed(() => this.userId() === this.session.me()?.userId);

  protected async write(): Promise<void> {
    const opened = await this.opening.run(() => this.directs.open([this.userId()]));
    if (!opened?.ok) return;
    this.closed.emit();
    await this.router.navigate(['/room', opened.value]);
  }
}
