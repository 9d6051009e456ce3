/** Whether a text mentions the person with this handle. Mentions of everyone are not its concern. */
export type MentionTest = (text: string, handle: string) => boolean;

/** The quick test: holds for every mention, and for names that the message shows as plain text, in code for example. */
export const mayMention: MentionTest = (text, handle) => text.toLowerCase().includes(`@${handle.toLowerCase()}`);
