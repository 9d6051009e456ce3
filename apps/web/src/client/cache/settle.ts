export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** The outcome as a value, even if `work` throws before it returns a promise. */
export async function settled<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch {
    return { ok: false };
  }
}

/** Whether the promise settles within this time. */
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
 * Starts all work and waits for all of it, even if one function throws synchronously: a request without a handler would
 * become an unhandled rejection when its transaction is aborted.
 */
export const together = <Work extends readonly (() => Promise<unknown>)[]>(
  ...work: Work
): Promise<{ -readonly [Each in keyof Work]: Awaited<ReturnType<Work[Each]>> }> =>
  Promise.all(work.map(async (each) => each())) as Promise<{
    -readonly [Each in keyof Work]: Awaited<ReturnType<Work[Each]>>;
  }>;
