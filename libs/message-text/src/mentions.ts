import { sections } from './sections';
import { tokens } from './tokens';

/** Every `@handle` of a text outside of code, in lower case. */
export function mentionsIn(text: string): ReadonlySet<string> {
  const handles = new Set<string>();
  if (!text.includes('@')) return handles;
  for (const section of sections(text)) {
    if (section.kind === 'code') continue;
    for (const part of section.kind === 'list' ? section.items : [section.text]) {
      for (const token of tokens(part)) if (token.kind === 'mention') handles.add(token.handle);
    }
  }
  return handles;
}
