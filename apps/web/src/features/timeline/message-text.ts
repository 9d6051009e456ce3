import { DOCUMENT, Directive, effect, ElementRef, inject, input, output, untracked } from '@angular/core';
import type { UserId } from '@devchitchat/contracts';
import { blocks, type Block, type Inline, type Style } from '@devchitchat/message-text';
import { t } from '../../platform/language/t';
import { copy } from '../../platform/design/clipboard';
import { isEmojisOnly } from './emojis-only';
import { ShownMentions } from './shown-mentions';

const elements: Readonly<Record<Exclude<Style, 'spoiler'>, keyof HTMLElementTagNameMap>> = {
  strong: 'strong',
  em: 'em',
  strike: 's',
};

/** The text of a link that shows its address. */
const address = /^(?:https?:|mailto:)/i;

/** Renders the Markdown of a message node by node, and never parses it as HTML. */
@Directive({ selector: '[dccMessageText]' })
export class MessageText {
  readonly dccMessageText = input.required<string>();
  /** The author may mention everyone, so `@everyone` is a mention. */
  readonly everyone = input(false);
  /** Mentions are buttons, which ask for the person's card. */
  readonly opensCards = input(false);
  readonly asksWho = output<UserId>();
  private readonly document = inject(DOCUMENT);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  private readonly mentions = new ShownMentions(this.everyone, this.opensCards, (userId) => {
    this.asksWho.emit(userId);
  });

  constructor() {
    effect(() => {
      const text = this.dccMessageText();
      this.mentions.forget();
      this.host.replaceChildren(...untracked(() => blocks(text).map((block) => this.block(block))));
      this.host.classList.toggle('emojis-only', isEmojisOnly(text));
    });
  }

  private block(block: Block): Node {
    switch (block.kind) {
      case 'text':
        return this.directed('p', this.inlines(block.children));
      case 'spoiler':
        return this.spoiler('div', () => block.blocks.map((each) => this.block(each)));
      case 'quote':
        return this.directed('blockquote', this.inlines(block.children));
      case 'code':
        return this.code(block.text);
      case 'list': {
        const list = this.element(
          block.start === null ? 'ul' : 'ol',
          block.items.map((item) => this.directed('li', this.inlines(item))),
        );
        if (block.start !== null) list.setAttribute('start', String(block.start));
        return list;
      }
    }
  }

  private readonly inlines = (children: readonly Inline[]): Node[] => children.map((child) => this.inline(child));

  private inline(inline: Inline): Node {
    switch (inline.kind) {
      case 'text':
        return this.document.createTextNode(inline.text);
      case 'code':
        return this.directed('code', [inline.text], 'ltr');
      case 'link':
        return this.link(inline);
      case 'mention':
        return this.mentions.add(inline);
      case 'spoiler':
        return this.spoiler('span', () => this.inlines(inline.children));
      default:
        return this.element(elements[inline.kind], this.inlines(inline.children));
    }
  }

  private link({ children, href }: Inline & { kind: 'link' }): Node {
    const [first] = children;
    const isAddress = first?.kind === 'text' && address.test(first.text);
    const link = this.directed('a', this.inlines(children), isAddress ? 'ltr' : 'auto');
    link.href = href;
    link.title = href;
    link.target = '_blank';
    link.rel = 'noopener noreferrer nofollow';
    return link;
  }

  /** The hidden text enters the page only when the reader reveals it. */
  private spoiler(shownAs: 'span' | 'div', hidden: () => Node[]): Node {
    const button = this.directed('button', [t('Spoiler')]);
    button.type = 'button';
    button.className = 'spoiler';
    button.title = t('Reveal spoiler');
    button.addEventListener('click', () => {
      const shown = this.element(shownAs, hidden());
      shown.className = 'spoiler shown';
      shown.tabIndex = -1;
      button.replaceWith(shown);
      shown.focus();
    });
    return button;
  }

  private code(text: string): Node {
    const button = this.element('button', [t('Copy')]);
    button.type = 'button';
    button.className = 'copy text-button';
    button.addEventListener('click', () => {
      void copy(text).then((copied) => {
        button.textContent = t(copied ? 'Copied' : 'Select it and copy');
      });
    });
    return this.element('figure', [this.directed('pre', [this.element('code', [text])], 'ltr'), button]);
  }

  /**
   * An element with a direction of its own: that of its text, where `auto` skips elements within it that have one too.
   * So a mention or an address at the beginning of a paragraph does not decide how it is written.
   */
  private directed<Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    children: readonly (Node | string)[],
    direction: 'auto' | 'ltr' = 'auto',
  ): HTMLElementTagNameMap[Name] {
    const element = this.element(name, children);
    element.dir = direction;
    return element;
  }

  private element<Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    children: readonly (Node | string)[],
  ): HTMLElementTagNameMap[Name] {
    const element = this.document.createElement(name);
    element.append(...children);
    return element;
  }
}
