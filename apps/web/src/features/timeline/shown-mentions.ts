import { DOCUMENT, effect, inject, untracked, type Signal } from '@angular/core';
import type { UserId } from '@devchitchat/contracts';
import type { Inline } from '@devchitchat/message-text';
import { Directory } from '../../client/people/directory';
import { Session } from '../../client/session/session';
import { CopiedMentions } from './copied-mentions';

type Mention = Inline & { readonly kind: 'mention' };

/** The name in a mention, and the person; `null` for plain text. */
interface Named {
  readonly words: string;
  readonly userId?: UserId;
  /** As people write it. */
  readonly handle?: string;
  readonly isMe: boolean;
}

interface Shown {
  readonly mention: Mention;
  node: HTMLElement;
}

/**
 * The mentions in the text of a message. They show the person's current name, and become plain text with the account.
 * Created by the text, in its injection context.
 */
export class ShownMentions {
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  private shown: Shown[] = [];

  /**
   * @param everyone whether `@everyone` is a mention
   * @param opensCards whether mentions are buttons, which `asksWho` answers
   */
  constructor(
    private readonly everyone: Signal<boolean>,
    private readonly opensCards: Signal<boolean>,
    private readonly asksWho: (userId: UserId) => void,
  ) {
    inject(CopiedMentions);
    effect(() => {
      this.directory.byHandle();
      this.session.me();
      this.everyone();
      untracked(() => {
        for (const each of this.shown) this.refresh(each);
      });
    });
  }

  /** Forgets the mentions of an earlier text. */
  forget(): void {
    this.shown = [];
  }

  add(mention: Mention): Node {
    const shown = { mention, node: this.nodeOf(mention, this.named(mention)) };
    this.shown.push(shown);
    return shown.node;
  }

  /** Changes the element in place where it can, because it may have the focus. */
  private refresh(shown: Shown): void {
    const named = this.named(shown.mention);
    const isMention = shown.node.classList.contains('mention');
    if (named && isMention) {
      this.write(shown.node, named);
    } else if (named || isMention) {
      const node = this.nodeOf(shown.mention, named);
      shown.node.replaceWith(node);
      shown.node = node;
    }
  }

  private named({ text, handle }: Mention): Named | null {
    if (handle === 'everyone') return this.everyone() ? { words: text, isMe: true } : null;
    const user = this.directory.byHandle().get(handle);
    if (!user) return null;
    const isMe = user.userId === this.session.me()?.userId;
    return { words: `@${user.displayName}`, userId: user.userId, handle: `@${user.handle}`, isMe };
  }

  private nodeOf({ text }: Mention, named: Named | null): HTMLElement {
    if (!named) return this.plain(text);
    const { userId } = named;
    const mention = this.document.createElement(userId && this.opensCards() ? 'button' : 'span');
    mention.className = 'mention';
    mention.dir = 'auto';
    if (mention instanceof HTMLButtonElement && userId) {
      mention.type = 'button';
      mention.ariaHasPopup = 'dialog';
      mention.addEventListener('click', () => {
        this.asksWho(userId);
      });
    }
    this.write(mention, named);
    return mention;
  }

  /** An unknown handle, which does not decide the direction of its line either. */
  private plain(text: string): HTMLElement {
    const name = this.document.createElement('bdi');
    name.textContent = text;
    return name;
  }

  private write(mention: HTMLElement, { words, handle, isMe }: Named): void {
    if (mention.textContent !== words) mention.textContent = words;
    if (handle) mention.title = handle;
    mention.classList.toggle('me', isMe);
  }
}
