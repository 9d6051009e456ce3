import { Component, computed, inject, input } from '@angular/core';
import { Presence } from '../../client/presence/presence';
import { presenceLabels } from '../../client/presence/presence-labels';
import type { HeldRoom } from '../../client/rooms/held-room';
import { RoomNames } from '../../client/rooms/room-names';
import { roomIcon } from '../../features/rooms/room-icon';
import { Avatar } from '../../parts/avatar';
import { PresenceDot } from '../../parts/presence-dot';
import { Icon } from '../../platform/design/icon';
import { t } from '../../platform/language/t';

/** The name of a room, with its topic; of a conversation of two, with the presence of the other person. */
@Component({
  selector: 'dcc-room-head',
  imports: [Avatar, Icon, PresenceDot],
  template: `
    @if (partner(); as userId) {
      <span class="pictured"><dcc-avatar [userId]="userId" /><dcc-presence-dot [userId]="userId" /></span>
    } @else {
      <dcc-icon class="kind" [name]="icon()" />
    }
    <h1 dir="auto">{{ names.of(held()) }}</h1>
    <p class="topic" dir="auto" [title]="held().room.topic" [attr.aria-hidden]="partner() ? true : null">
      {{ about() }}
    </p>
  `,
})
export class RoomHead {
  readonly held = input.required<HeldRoom>();
  protected readonly names = inject(RoomNames);
  private readonly presence = inject(Presence);
  protected readonly icon = computed(() => roomIcon(this.held().room.kind));
  /** The other person of a conversation of two. */
  protected readonly partner = computed(() => {
    const others = this.held().room.kind === 'direct' ? this.names.othersIn(this.held()) : [];
    return others.length === 1 ? others[0] : undefined;
  });
  /** The presence in words is there for the eye: the dot has the same words for assistive technology. */
  protected readonly about = computed(() => {
    const partner = this.partner();
    if (!partner) return this.held().room.topic;
    const state = this.presence.of(partner);
    return state ? t(presenceLabels[state]) : '';
  });
}
