import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { utf8Length, type Room } from '@devchitchat/contracts';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Drafts } from './drafts';
import { Outbox } from './outbox';

/** From this share of the limit on it is shown how much room is left. */
const showLimitFrom = 0.8;

/** Where one writes. What is sent goes to the outbox, with or without a connection. */
@Component({
  selector: 'dcc-composer',
  imports: [Icon],
  templateUrl: './composer.html',
  host: { '(document:keydown)': 'typedElsewhere($event)' },
})
export class Composer {
  readonly room = input.required<Room>();
  readonly sent = output();

  private readonly outbox = inject(Outbox);
  private readonly drafts = inject(Drafts);
  private readonly session = inject(Session);
  private readonly area = viewChild.required<ElementRef<HTMLTextAreaElement>>('area');

  protected readonly text = linkedSignal(() => this.drafts.of(this.room().roomId));
  protected readonly isEmpty = computed(() => this.text().trim() === '');
  private readonly bytesLeft = computed(
    () => this.session.limits().messageBytes - utf8Length(this.text().toWellFormed()),
  );
  protected readonly isTooLong = computed(() => this.bytesLeft() < 0);
  protected readonly note = computed(() => {
    const left = this.bytesLeft();
    if (left < 0) return `Too long by ${String(-left)} bytes. Shorten it, or send it in two parts.`;
    const limit = this.session.limits().messageBytes;
    return left < limit * (1 - showLimitFrom) ? `${String(left)} bytes left` : '';
  });

  constructor() {
    afterNextRender(() => {
      if (matchMedia('(pointer: fine)').matches) this.area().nativeElement.focus();
      this.fit();
    });
  }

  /** Offers a text again that was not sent. What is being written meanwhile is worth more. */
  takeBack(text: string): void {
    if (!this.isEmpty()) return;
    this.write(text);
    this.area().nativeElement.focus();
  }

  protected write(text: string): void {
    this.text.set(text);
    this.drafts.keep(this.room().roomId, text);
    this.fit();
  }

  protected pressed(event: KeyboardEvent): void {
    // While an input method composes a character, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  protected send(): void {
    if (this.isEmpty() || this.isTooLong()) return;
    void this.outbox.compose(this.room().roomId, this.text().toWellFormed());
    this.write('');
    this.area().nativeElement.value = '';
    this.fit();
    this.area().nativeElement.focus();
    this.sent.emit();
  }

  /** Whoever begins to type anywhere means to say something. */
  protected typedElsewhere(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const isText = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isFree = target === document.body || target.getAttribute('role') === 'log';
    if (isText && isFree && !document.querySelector('dialog[open]')) this.area().nativeElement.focus();
  }

  /** As high as what is written in it. */
  private fit(): void {
    const area = this.area().nativeElement;
    area.style.height = 'auto';
    area.style.height = `${String(area.scrollHeight)}px`;
  }
}
