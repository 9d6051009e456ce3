export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** The outcome as a value, also where `work` throws before it returns a promise. */
export async function settled<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch {
    return { ok: false };
  }
}

/** Whether it settles within this time. */
export async function within(ms: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const isInTime = await Promise.race([promise.then(() => true), late]);
  clearTimeout(timer);
  return isInTime;
}

/**
 * Starts all of it and waits for all of it, also where one throws at once: a request that nobody waits for would be an
 * unhandled rejection when its transaction is aborted.
 */
export const together = <Work extends readonly (() => Promise<unknown>)[]>(
  ...work: Work
): Promise<{ -readonly [Each in keyof Work]: Awaited<ReturnType<Work[Each]>> }> =>
  Promise.all(work.map(async (each) => each())) as Promise<{
    -readonly [Each in keyof Work]: Awaited<ReturnType<Work[Each]>>;
  }>;
