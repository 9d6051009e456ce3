import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Field } from '../design/field';
import { t } from '../language/t';
import type { Label } from '../language/text';
import { Translate } from '../language/translate';
import { inTone, type Emoji, type SkinTone } from './emoji';
import { EmojiCatalogue } from './emoji-catalogue';
import { EmojiHabits } from './emoji-habits';
import { emojisNamed } from './emoji-search';
import { stepped } from './grid-steps';
import { popularEmojis } from './recent-emojis';

interface Section {
  readonly name: string;
  /** The emoji on the button of this group. */
  readonly symbol: string;
  readonly emojis: readonly Emoji[];
}

const tones: readonly { readonly tone: SkinTone; readonly label: Label }[] = [
  { tone: '', label: 'No skin tone' },
  { tone: '🏻', label: 'Light skin tone' },
  { tone: '🏼', label: 'Medium-light skin tone' },
  { tone: '🏽', label: 'Medium skin tone' },
  { tone: '🏾', label: 'Medium-dark skin tone' },
  { tone: '🏿', label: 'Dark skin tone' },
];

/** As many search results as users look through; more letters find the rest. */
const resultLimit = 120;

/** Finds an emoji by name or by group. Offers frequently used ones even while the others load, or cannot be loaded. */
@Component({
  selector: 'dcc-emoji-picker',
  imports: [Field, Translate],
  templateUrl: './emoji-picker.html',
})
export class EmojiPicker {
  /** The emoji, in the skin tone that the person chose. */
  readonly chosen = output<string>();
  protected readonly catalogue = inject(EmojiCatalogue);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');

  protected readonly tones = tones;
  /** On a touch screen, the keyboard would cover the emoji. */
  protected readonly hasKeys = matchMedia('(pointer: fine)').matches;
  private readonly habits = inject(EmojiHabits);
  protected readonly tone = this.habits.tone;
  /** As of the opening of the picker, so that nothing moves under the pointer. */
  private readonly recent = this.habits.recent();

  protected readonly sought = signal('');
  protected readonly isSearching = computed(() => this.sought().trim() !== '');

  protected readonly browsed = computed<readonly Section[]>(() => {
    const section = (name: string, symbol: string, emojis: readonly string[]): Section => ({
      name,
      symbol,
      emojis: emojis.map((emoji) => this.catalogue.known(emoji)),
    });
    return [
      ...(this.recent.length > 0 ? [section(t('Recently used'), '🕘', this.recent)] : []),
      section(t('Popular'), '⭐', popularEmojis),
      ...this.catalogue.groups().map(({ name, emojis }) => ({ name, emojis, symbol: emojis[0]?.emoji ?? '' })),
    ];
  });
  private readonly found = computed(() =>
    emojisNamed(this.sought(), this.catalogue.all(), [...this.recent, ...popularEmojis]).slice(0, resultLimit),
  );
  /** The visible sections, each with the index of its first emoji among all. */
  protected readonly sections = computed(() => {
    const shown = this.isSearching() ? [{ name: t('Found'), symbol: '', emojis: this.found() }] : this.browsed();
    let start = 0;
    return shown
      .filter(({ emojis }) => emojis.length > 0)
      .map((section) => {
        const placed = { ...section, start };
        start += section.emojis.length;
        return placed;
      });
  });
  protected readonly count = computed(() => this.sections().reduce((sum, { emojis }) => sum + emojis.length, 0));

  /** The emoji that Tab leads to. */
  protected readonly at = linkedSignal({ source: this.sought, computation: () => 0 });
  protected readonly pointedAt = signal<Emoji | null>(null);
  /** The visible group. */
  protected readonly group = signal(0);

  private readonly wantsFirst = signal(false);

  constructor() {
    effect(() => {
      if (!this.wantsFirst() || this.catalogue.isLoading()) return;
      untracked(() => {
        this.wantsFirst.set(false);
        const [first] = this.found();
        if (first) this.choose(first);
      });
    });
  }

  protected shown(emoji: Emoji): string {
    return inTone(emoji, this.tone());
  }

  /** Enter chooses the first result, even if it is known only once the emoji are loaded. */
  protected chooseFirst(): void {
    this.wantsFirst.set(true);
  }

  protected choose(emoji: Emoji): void {
    const shown = this.shown(emoji);
    this.habits.use(emoji.emoji, shown);
    this.chosen.emit(shown);
  }

  protected chooseTone(tone: SkinTone): void {
    this.habits.chooseTone(tone);
  }

  protected showGroup(index: number): void {
    this.sought.set('');
    this.group.set(index);
    this.at.set(this.sections()[index]?.start ?? 0);
    afterNextRender(
      () => {
        const list = this.list().nativeElement;
        list.scrollTop = (list.children[index] as HTMLElement).offsetTop;
      },
      { injector: this.injector },
    );
  }

  protected stepGroup(event: KeyboardEvent): void {
    const count = this.browsed().length;
    const to = stepped(this.group(), event.key, { sizes: [count], columns: count });
    if (to === null || to < 0) return;
    event.preventDefault();
    this.showGroup(to);
    this.host.querySelectorAll<HTMLElement>('.groups button')[to]?.focus();
  }

  protected step(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = stepped(this.at(), event.key, this.grid());
    if (to === null) {
      // A letter typed in the grid continues the search.
      if (event.key.length === 1 && event.key !== ' ') this.focusField();
      return;
    }
    event.preventDefault();
    if (to < 0) this.focusField();
    else this.focusCell(to);
  }

  protected focusCell(at: number): void {
    this.list()
      .nativeElement.querySelector<HTMLElement>(`[data-at='${String(at)}']`)
      ?.focus();
  }

  /** Shows the name of the emoji under the pointer or in focus below, and remembers where Tab should return. */
  protected pointed(event: Event): void {
    const place = (event.target as Element).closest('[data-at]')?.getAttribute('data-at');
    if (place === null || place === undefined) return;
    const at = Number(place);
    const section = this.sections().findLast(({ start }) => start <= at);
    this.pointedAt.set(section?.emojis[at - section.start] ?? null);
    if (event.type === 'focusin') this.at.set(at);
  }

  protected scrolled(): void {
    if (this.isSearching()) return;
    const list = this.list().nativeElement;
    const above = [...list.querySelectorAll('section')].filter(({ offsetTop }) => offsetTop <= list.scrollTop + 8);
    this.group.set(Math.max(0, above.length - 1));
  }

  private focusField(): void {
    this.host.querySelector('input')?.focus();
  }

  private grid() {
    const cells = this.list().nativeElement.querySelector('.cells');
    const columns = cells ? getComputedStyle(cells).gridTemplateColumns.split(' ').length : 1;
    return { columns, sizes: this.sections().map(({ emojis }) => emojis.length) };
  }
}
