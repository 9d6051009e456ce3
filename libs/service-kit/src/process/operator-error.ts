/** An error that the person at the terminal has to resolve. Only its message is shown. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
