// Loaded with the first notification: most pages show none.
export { NoticeText } from './notice-text';
export { SystemNotice } from './system-notice';
