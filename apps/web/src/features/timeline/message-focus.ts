import { afterNextRender, DestroyRef, inject, Injector, type ElementRef, type Signal } from '@angular/core';

/** Everything that can be operated in a message, or in a line between messages. */
const controls = 'a[href], button, input, summary, pre[tabindex]';
const stops = `article, ${controls}`;
const actions = '[role=toolbar] button';
/** Keys that lead from a message to its actions. */
const inward: readonly string[] = ['Enter', 'F2', 'ArrowRight'];

/**
 * The focus in the timeline: one message is its only tab stop. The controls of a message are tab stops only while the
 * focus is inside it, so that a long room takes as many presses of Tab as an empty one. A line between messages takes
 * part with its buttons. It works on the rendered elements, whoever renders them. Created by the timeline, in its
 * injection context.
 */
export class MessageFocus {
  /** The tab stop; the last message while nobody moved the focus or jumped to another. */
  private stop: HTMLElement | undefined;
  private readonly injector = inject(Injector);
  private readonly observer = new MutationObserver(() => {
    this.refresh();
  });

  constructor(private readonly rows: Signal<ElementRef<HTMLElement>>) {
    afterNextRender(() => {
      this.observer.observe(this.content, { childList: true, subtree: true });
      this.content.addEventListener('focusin', ({ target }) => {
        this.entered(target as HTMLElement);
      });
      this.content.addEventListener('focusout', ({ relatedTarget }) => {
        this.left(relatedTarget as Node | null);
      });
      this.refresh();
    });
    inject(DestroyRef).onDestroy(() => {
      this.observer.disconnect();
    });
  }

  /** Makes a message the tab stop, because the user jumped to it; `null` for the last one again. */
  startAt(row: Element | null): void {
    this.stop = row?.closest<HTMLElement>('article') ?? undefined;
    this.refresh();
  }

  /** Handles the keys that move the focus from message to message, and to the actions of a message and back. */
  press(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const here = this.stopOf(target);
    if (here && here === target && here.localName === 'article' && inward.includes(event.key)) {
      event.preventDefault();
      return this.enter(here);
    }
    const next = here && (this.besides(here, target, event.key) ?? this.within(here, target, event.key));
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  /** The message above or below. */
  private besides(here: HTMLElement, target: HTMLElement, key: string): HTMLElement | undefined {
    // An unfolded list of its own, or a field, keeps its keys.
    if (target.matches('input, select, textarea')) return undefined;
    const all = this.all();
    const at = all.indexOf(here);
    if (key === 'ArrowUp') return all[at - 1];
    if (key === 'ArrowDown') return all[at + 1];
    if (key === 'Home') return all[0];
    return key === 'End' ? all.at(-1) : undefined;
  }

  /** Goes to the actions of a message, which it renders when it gets the focus. */
  private enter(article: HTMLElement): void {
    const first = (selector: string) => article.querySelector<HTMLElement>(selector);
    const action = first(actions);
    if (action) return action.focus();
    afterNextRender(() => (first(actions) ?? first(controls))?.focus(), { injector: this.injector });
  }

  /** The next action, or the message before the first one. */
  private within(here: HTMLElement, target: HTMLElement, key: string): HTMLElement | undefined {
    const all = [...here.querySelectorAll<HTMLElement>(actions)];
    const at = all.indexOf(target);
    if (at === -1) return undefined;
    if (key === 'ArrowRight') return all[at + 1];
    return key === 'ArrowLeft' ? (all[at - 1] ?? here) : undefined;
  }

  private entered(target: HTMLElement): void {
    this.stop = this.stopOf(target);
    this.refresh();
  }

  /** Back from the composer, the last message comes first again; back from above, the one that was left. */
  private left(to: Node | null): void {
    if (to && this.content.contains(to)) return;
    const isBelow = to !== null && (this.content.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (isBelow) this.stop = undefined;
    this.refresh(to);
  }

  /** @param focused the element that has, or is about to get, the focus */
  private refresh(focused: Node | null = this.content.ownerDocument.activeElement): void {
    const all = this.all();
    const stop =
      this.stop && all.includes(this.stop) ? this.stop : all.findLast(({ localName }) => localName === 'article');
    for (const each of all) each.tabIndex = each === stop ? 0 : -1;
    for (const control of this.content.querySelectorAll<HTMLElement>(controls)) {
      const article = control.closest('article');
      if (article) control.tabIndex = article.contains(focused) ? 0 : -1;
    }
  }

  private all(): HTMLElement[] {
    return [...this.content.querySelectorAll<HTMLElement>(stops)].filter(
      (element) => !element.parentElement?.closest('article'),
    );
  }

  private stopOf(target: HTMLElement): HTMLElement | undefined {
    return target.closest('article') ?? this.all().find((stop) => stop === target);
  }

  private get content(): HTMLElement {
    return this.rows().nativeElement;
  }
}
