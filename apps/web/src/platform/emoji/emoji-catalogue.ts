import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { languageCodes } from '../language/languages';
import { groupsIn, type Emoji, type EmojiFile, type EmojiGroup } from './emoji';

const timeoutMs = 15_000;

/** All emoji, named in the page's language. Loaded from our own server on first use, then kept. */
@Injectable({ providedIn: 'root' })
export class EmojiCatalogue {
  private readonly document = inject(DOCUMENT);
  private readonly state = signal<readonly EmojiGroup[] | 'loading' | 'failed'>('loading');

  readonly isLoading = computed(() => this.state() === 'loading');
  readonly hasFailed = computed(() => this.state() === 'failed');
  readonly groups = computed(() => {
    const state = this.state();
    return typeof state === 'string' ? [] : state;
  });
  readonly all = computed<readonly Emoji[]>(() => this.groups().flatMap(({ emojis }) => emojis));
  private readonly byItself = computed(() => new Map(this.all().map((emoji) => [emoji.emoji, emoji])));

  constructor() {
    void this.load();
  }

  /** An emoji with its name, once the name is loaded. */
  known(emoji: string): Emoji {
    return this.byItself().get(emoji) ?? { emoji, name: emoji, words: '', toned: null };
  }

  /** Tries again after a failure. Never throws. */
  async load(): Promise<void> {
    this.state.set('loading');
    this.state.set(await this.fetched().catch(() => 'failed' as const));
  }

  private async fetched(): Promise<readonly EmojiGroup[]> {
    const { lang } = this.document.documentElement;
    const code = languageCodes.find((known) => known === lang) ?? 'en';
    const response = await fetch(`emoji/${code}.json`, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw new Error(`The server answered ${String(response.status)}.`);
    const groups = groupsIn((await response.json()) as EmojiFile);
    return groups.map(({ name, emojis }) => ({ name, emojis: emojis.filter(isKnownHere) }));
  }
}

/** A browser with an older Unicode version cannot draw the newest emoji. */
const isKnownHere = ({ emoji }: Emoji): boolean => /^\p{RGI_Emoji}$/v.test(emoji);
