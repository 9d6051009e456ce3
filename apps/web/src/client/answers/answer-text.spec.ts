import {
  allReasons,
  authReasons,
  alertOf,
  alertSentences,
  filledIn,
  inputReasons,
  messagingReasons,
  problems,
  refused,
  type AlertName,
  type ParamValues,
  type ProblemName,
  type Reason,
} from '@devchitchat/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { german } from '../../platform/language/german/german';
import { inGerman } from '../../platform/language/testing/in-german';
import { asSent } from './localized-refusal';
import { alertText, problemText, refusalText, replyInMyLanguage } from './answer-text';

const refusals: Readonly<Record<string, string>> = german.answers.refusals;

/** The text for a refused field is that of its problem. */
const aboutFields = new Set<string>(Object.values(inputReasons).map(({ name }) => name));
const reasonsWithText = allReasons.filter(({ name }) => !aboutFields.has(name));

/** A refusal as it arrives, with a value for each parameter of its reason. */
function refusalFor(reason: Reason) {
  const params: ParamValues = Object.fromEntries(
    Object.entries(reason.params).map(([name, schema]) => [name, schema.safeParse(7_000).success ? 7_000 : 'text']),
  );
  return refused(reason, params);
}

const parameters = (template: string): string[] => (template.match(/\{[\w:]+\}/g) ?? []).sort();

let speakEnglish: () => Promise<void>;
beforeAll(async () => {
  speakEnglish = await inGerman();
});
afterAll(() => speakEnglish());

describe('the text of a refusal in German', () => {
  it.each(reasonsWithText.map((reason) => [reason.name, reason] as const))('exists for %s', (name, reason) => {
    const { error } = refusalFor(reason);
    const text = refusalText(error);

    expect(text).toBe(replyText(reason));
    expect(text).not.toBe(error.message);
    expect(text).not.toMatch(/[{}]/);
    expect(parameters(refusals[name] ?? '')).toEqual(parameters(reason.sentence));
  });

  const replyText = (reason: Reason) => {
    const reply = replyInMyLanguage(refusalFor(reason));
    return reply.error.message;
  };

  it('keeps the English sentence of a reply, so that the refusal can be stored', () => {
    const reply = refusalFor(authReasons.signInWrong);
    const { error } = replyInMyLanguage(reply);
    expect(error.message).not.toBe(reply.error.message);
    expect(asSent(error)).toEqual(reply.error);
  });

  it('formats durations and numbers for the German locale', () => {
    const { error } = refused(messagingReasons.roomSlowMode, { everyMs: 300_000, waitMs: 12_000 }, 12_000);
    expect(refusalText(error)).toBe('Slowmode: hier eine Nachricht in 5 min. Versuche es in 12 s noch einmal.');
    const { error: tooMany } = refused(messagingReasons.messageReactions, { max: 2_000 });
    expect(refusalText(tooMany)).toBe('Diese Nachricht hat 2.000 Reaktionen. Mehr nimmt sie nicht an.');
  });

  it('depends on the reason, not on the English sentence', () => {
    const { error } = refused(authReasons.signInWrong);
    expect(refusalText({ ...error, message: 'Another wording.' })).toBe(refusalText(error));
  });

  it('falls back to the English sentence for a reason that this page does not know', () => {
    const { error } = refused(authReasons.signInWrong);
    const newer = { ...error, reason: 'sign_in.newer', message: 'Something new.' };
    expect(refusalText(newer)).toBe('Something new.');
    expect(refusalText({ ...newer, reason: 'constructor' })).toBe('Something new.');
  });

  it('describes the problem of a refused field without the name that the protocol gives it', async () => {
    const { error } = refused(inputReasons.device_code, { field: 'code' });
    expect(refusalText(error)).toBe('Ein Code hat 10 Buchstaben und Ziffern.');
    const { error: tooLong } = refused(inputReasons.too_long, { field: 'topic', limit: 1_000 });
    expect(refusalText(tooLong)).toBe('Länger als 1.000 Zeichen.');
    await speakEnglish();
    expect(refusalText(error)).toBe('A code has 10 letters and digits.');
    speakEnglish = await inGerman();
  });

  it('covers only reasons that exist', () => {
    expect(Object.keys(refusals).sort()).toEqual(reasonsWithText.map(({ name }) => name).sort());
  });
});

describe('the text of a field problem', () => {
  it.each(Object.keys(problems) as ProblemName[])('exists in German: %s', (name) => {
    const text = problemText({ name, params: { limit: 8_000, expected: 'string' } });
    expect(text).not.toBe(filledIn(problems[name], { limit: 8_000, expected: 'string' }));
    expect(text).not.toMatch(/[{}]/);
  });
});

describe('the text of an alert', () => {
  it.each(Object.keys(alertSentences) as AlertName[])('exists in German: %s', (name) => {
    const alert = alertOf(name, 'messaging', 7);
    expect(alertText(alert)).not.toBe(alert.message);
    expect(alertText(alert)).toContain('messaging');
    expect(alertText(alert)).not.toMatch(/[{}]/);
  });
});
