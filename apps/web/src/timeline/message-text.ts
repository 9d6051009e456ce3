import { DOCUMENT, Directive, effect, ElementRef, inject, input } from '@angular/core';
import { textTokens, type TextToken } from './text-tokens';

/** Shows what somebody wrote: text as text and addresses as links, made node by node and never parsed as HTML. */
@Directive({ selector: '[dccMessageText]' })
export class MessageText {
  readonly dccMessageText = input.required<string>();
  private readonly document = inject(DOCUMENT);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    effect(() => {
      this.host.replaceChildren(...textTokens(this.dccMessageText()).map((token) => this.node(token)));
    });
  }

  private node(token: TextToken): Node {
    if (token.kind === 'text') return this.document.createTextNode(token.text);
    const link = this.document.createElement('a');
    link.href = token.href;
    link.textContent = token.text;
    link.target = '_blank';
    link.rel = 'noopener noreferrer nofollow';
    return link;
  }
}
