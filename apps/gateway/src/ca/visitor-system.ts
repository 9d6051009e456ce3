export const systems = ['ios', 'android', 'windows', 'macos', 'linux', 'firefox'] as const;
/** What a certificate is installed into: a system, or Firefox, which has a store of its own. */
export type VisitorSystem = (typeof systems)[number];

const signs: readonly (readonly [RegExp, VisitorSystem])[] = [
  // Before macOS and Linux, whose words their browsers use too.
  [/iPhone|iPad|iPod/, 'ios'],
  [/Android/, 'android'],
  [/Windows/, 'windows'],
  [/Macintosh|Mac OS X/, 'macos'],
  [/Firefox\//, 'firefox'],
  [/Linux|X11|CrOS/, 'linux'],
];

/** What a browser's User-Agent says of where it runs. Only decides which steps are shown first. */
export const systemOf = (userAgent = ''): VisitorSystem | undefined =>
  signs.find(([sign]) => sign.test(userAgent))?.[1];
