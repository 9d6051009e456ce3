import {
  filledIn,
  inputReasons,
  problems,
  type Alert,
  type FieldProblem,
  type ParamValues,
  type ProblemName,
  type Refusal,
  type Reply,
} from '@devchitchat/contracts';
import type { LocalizedRefusal } from './localized-refusal';
import { answerTemplate, numberText } from '../../platform/language/t';

/**
 * The cause of a refusal in the language of this page; falls back to the refusal's English sentence. Refused fields are
 * not named: their names are those of the protocol, which pages do not show.
 */
export function refusalText({ reason, params, message }: Refusal): string {
  const problem = problemNames.get(reason);
  if (problem) return problemSentence({ name: problem, params: params ?? {} });
  return answer('refusals', reason, params) ?? message;
}

const problemNames: ReadonlyMap<string, ProblemName> = new Map(
  (Object.keys(problems) as ProblemName[]).map((name) => [inputReasons[name].name, name]),
);

/** Describes the problem of a field, as a sentence. */
export function problemSentence(problem: FieldProblem): string {
  const phrase = problemText(problem);
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`;
}

/** Names the problem of a field, as a phrase. */
export const problemText = ({ name, params }: FieldProblem): string =>
  answer('problems', name, params) ?? filledIn(problems[name], params, numberText);

/** Describes an alert about a process of the server. */
export const alertText = ({ alert, process, count, message }: Alert): string =>
  answer('alerts', alert, { process, ...(count !== undefined && { count }) }) ?? message;

/** The reply, with the text of a refusal in the language of this page. */
export function replyInMyLanguage<R extends Reply<unknown>>(reply: R): R {
  if (reply.ok) return reply;
  const error: LocalizedRefusal = { ...reply.error, message: refusalText(reply.error), english: reply.error.message };
  return { ...reply, error };
}

function answer(
  kind: Parameters<typeof answerTemplate>[0],
  name: string,
  params: ParamValues = {},
): string | undefined {
  const template = answerTemplate(kind, name);
  return template === undefined ? undefined : filledIn(template, params, numberText);
}
