export const systems = ['ios', 'android', 'windows', 'macos', 'linux', 'firefox'] as const;
/** The system that a certificate is installed into; Firefox has its own store. */
export type VisitorSystem = (typeof systems)[number];

const signs: readonly (readonly [RegExp, VisitorSystem])[] = [
  // Checked before macOS and Linux, whose names these browsers also send.
  [/iPhone|iPad|iPod/, 'ios'],
  [/Android/, 'android'],
  [/Windows/, 'windows'],
  [/Macintosh|Mac OS X/, 'macos'],
  [/Firefox\//, 'firefox'],
  [/Linux|X11|CrOS/, 'linux'],
];

/** The system named in a User-Agent header. It only decides which steps are shown first. */
export const systemOf = (userAgent = ''): VisitorSystem | undefined =>
  signs.find(([sign]) => sign.test(userAgent))?.[1];
