/** An error of `listen` as a sentence that says what to do; `undefined` for any other error. */
function listenProblem(error: unknown, name: 'PORT' | 'HTTP_PORT', port: number, host: string): string | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return undefined;
  if (code === 'EADDRINUSE')
    return `${name} ${port} is taken by another program; stop it, or set ${name} to another number.`;
  if (code === 'EACCES') return `${name} ${port} may not be opened by this user; set ${name} to a number above 1023.`;
  return `HOST ${host} is not an address of this machine (${code ?? 'unknown'}).`;
}

/** Rejects with that sentence. The supervisor tries again: an earlier process may still be letting go of the port. */
export async function listening<T>(
  opening: Promise<T>,
  name: 'PORT' | 'HTTP_PORT',
  port: number,
  host: string,
): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    const problem = listenProblem(error, name, port, host);
    throw problem === undefined ? error : new Error(problem, { cause: error });
  }
}
