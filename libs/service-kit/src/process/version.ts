declare const DEVCHITCHAT_VERSION: string | undefined;

/** The product's version, inserted by the build. */
export const version: string = typeof DEVCHITCHAT_VERSION === 'string' ? DEVCHITCHAT_VERSION : '0.0.0-source';
