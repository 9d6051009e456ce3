const emojis = /^(?:\s*\p{RGI_Emoji}){1,12}\s*$/v;

/** Whether a text is a few emojis and nothing else. */
export const isEmojisOnly = (text: string): boolean => text.length < 200 && emojis.test(text);
