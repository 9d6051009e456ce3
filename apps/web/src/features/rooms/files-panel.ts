import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { isEvent, messagingEvents, type AnyEvent, type FileId, type FileKind } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { pagedList } from '../../client/connection/paged-list';
import { Directory } from '../../client/people/directory';
import type { HeldRoom } from '../../client/rooms/held-room';
import { ImageViewer } from '../../parts/image-viewer';
import { Icon } from '../../platform/design/icon';
import { size } from '../../platform/language/size';
import { Translate } from '../../platform/language/translate';
import { momentOf } from '../../platform/time/times';

type Tab = 'seen' | 'other';

const kindsOf: Readonly<Record<Tab, FileKind[]>> = { seen: ['picture', 'video'], other: ['audio', 'other'] };

/** The files of a room, newest first: pictures and videos as a grid, all others as a list. Each links to its message. */
@Component({
  selector: 'dcc-files-panel',
  imports: [Icon, ImageViewer, RouterLink, Translate],
  host: { class: 'side-panel' },
  template: `
    <aside [attr.aria-label]="'Files' | t">
      <header>
        <h2>{{ 'Files' | t }}</h2>
        <button type="button" class="icon-button" [attr.aria-label]="'Close files' | t" (click)="closed.emit()">
          <dcc-icon name="close" />
        </button>
      </header>
      <div class="search-order" role="group" [attr.aria-label]="'Kind of file' | t">
        <button type="button" [attr.aria-pressed]="tab() === 'seen'" (click)="tab.set('seen')">
          {{ 'Pictures and videos' | t }}
        </button>
        <button type="button" [attr.aria-pressed]="tab() === 'other'" (click)="tab.set('other')">
          {{ 'Other files' | t }}
        </button>
      </div>
      <ul class="files" [class.grid]="tab() === 'seen'" [attr.aria-busy]="list.loading()">
        @for (row of rows(); track row.file.fileId) {
          <li>
            @if (row.file.kind === 'picture') {
              <button type="button" class="picture" (click)="viewed.set(row.file.fileId)">
                <img loading="lazy" decoding="async" [src]="row.small" [alt]="row.file.alt ?? row.file.name" />
              </button>
            } @else {
              <a class="chip" download [href]="row.download" [title]="'Download {name}' | t: { name: row.file.name }">
                <dcc-icon name="file" /> <bdi class="name">{{ row.file.name }}</bdi> <small>{{ row.size }}</small>
              </a>
            }
            <a
              class="origin"
              [routerLink]="['/room', held().room.roomId]"
              [queryParams]="{ at: row.seq }"
              [attr.aria-label]="'Go to the message with {name}' | t: { name: row.file.name }"
              [title]="row.origin"
              (click)="chosen.emit(row.seq)"
              >{{ row.origin }}</a
            >
          </li>
        }
      </ul>
      @if (list.problem(); as problem) {
        <p class="notice problem" role="alert">
          {{ problem }}
          <button type="button" class="text-button" (click)="list.retry()">{{ 'Try again' | t }}</button>
        </p>
      } @else if (list.loading()) {
        <p role="status">{{ 'Loading…' | t }}</p>
      } @else if (rows().length === 0) {
        <p role="status" class="quiet">{{ 'No files here yet.' | t }}</p>
      }
      @if (list.hasMore() && !list.problem()) {
        <button type="button" class="secondary wide" [disabled]="list.loading()" (click)="list.more()">
          {{ 'Show older' | t }}
        </button>
      }
    </aside>
    @if (viewed(); as fileId) {
      <dcc-image-viewer [pictures]="pictures()" [first]="fileId" (closed)="viewed.set(null)" />
    }
  `,
})
export class FilesPanel {
  readonly held = input.required<HeldRoom>();
  readonly closed = output();
  /** The `seq` of the chosen message. */
  readonly chosen = output<number>();
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);

  protected readonly tab = signal<Tab>('seen');
  protected readonly viewed = signal<FileId | null>(null);
  private readonly roomId = computed(() => this.held().room.roomId);
  protected readonly list = pagedList(
    this.connection,
    'file.list',
    () => ({ roomId: this.roomId(), kinds: kindsOf[this.tab()] }),
    ({ files }) => files,
  );
  protected readonly rows = computed(() =>
    (this.list.items() ?? [])
      .filter(({ file }) => kindsOf[this.tab()].includes(file.kind))
      .map(({ file, seq, userId, ts }) => ({
        file,
        seq,
        origin: `${this.directory.nameOf(userId)}, ${momentOf(ts)}`,
        size: size(file.bytes),
        small: `api/files/${file.fileId}/small`,
        download: `api/files/${file.fileId}/original?download`,
      })),
  );
  protected readonly pictures = computed(() =>
    this.rows().flatMap(({ file, origin }) => (file.kind === 'picture' ? [{ ...file, origin }] : [])),
  );

  constructor() {
    effect(() => {
      this.roomId();
      this.tab();
      untracked(() => void this.list.load());
    });
    this.connection.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      this.follow(event);
    });
  }

  /** New files come with new messages, and go with deleted ones. */
  private follow(event: AnyEvent): void {
    if (isEvent(messagingEvents.messageSent, event)) {
      if (event.body.roomId === this.roomId() && event.content?.files) void this.list.load();
    } else if (isEvent(messagingEvents.messageDeleted, event) && event.body.roomId === this.roomId()) {
      this.list.update((files) => files.filter(({ seq }) => seq !== event.body.seq));
    }
  }
}
