import { speak } from '../t';

/**
 * Switches the page to German until the returned function is called: other specs of this worker share the module, and
 * expect English.
 */
export async function inGerman(): Promise<() => Promise<void>> {
  const hasDocument = 'document' in globalThis;
  if (!hasDocument) Object.assign(globalThis, { document: { documentElement: {} } });
  await speak({ code: 'de', locale: 'de' });
  return async () => {
    await speak({ code: 'en', locale: 'en' });
    if (!hasDocument) Reflect.deleteProperty(globalThis, 'document');
  };
}
