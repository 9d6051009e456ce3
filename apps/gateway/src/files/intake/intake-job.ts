import type { FileFacts } from '@devchitchat/contracts';

/** For messages, or for a person: a square picture in the two sizes of `pictureSizes`, and nothing else. */
export type IntakePurpose = 'message' | 'avatar';

/** One file for the intake process. Absolute paths on one file system. */
export interface IntakeJob {
  readonly id: number;
  /** The bytes as received. */
  readonly source: string;
  /** The folder to create, with the forms that readers get. */
  readonly into: string;
  readonly purpose: IntakePurpose;
}

/** Why a file is refused. `unreadable` stands for everything that a decoder dislikes. */
export type IntakeProblem = 'unreadable' | 'too large';

export type IntakeResult = { readonly id: number } & (
  { readonly facts: FileFacts } | { readonly problem: IntakeProblem } | { readonly error: string }
);
