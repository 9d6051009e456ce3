/** Something that whoever ran the command has to change. The message is all they need to read. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
