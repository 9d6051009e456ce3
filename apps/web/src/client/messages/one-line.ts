/** A file of its own, so that it can be loaded on demand: the lint forbids that for a library. */
export { inOneLine } from '@devchitchat/message-text';
