/** An error that the user has to resolve. Only its message is shown. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
