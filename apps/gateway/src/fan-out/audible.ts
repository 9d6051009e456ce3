import { browserSurface, processNames, subjects, type Notice, type ProcessName } from '@devchitchat/contracts';

/** The NATS subjects of what a browser may hear. Anything else that is said there stays among the services. */
export const audibleEvents: ReadonlySet<string> = new Set(
  browserSurface.events.map(({ service, type }) => subjects.event(service, type)),
);

/** The gateway's own notices are not in here: it says them itself, and nobody else may. */
const speakersOf = ({ from }: Notice): readonly ProcessName[] =>
  (from === 'any' ? processNames : [from]).filter((name) => name !== 'gateway');

export const audibleNotices: ReadonlySet<string> = new Set(
  browserSurface.notices.flatMap((notice) =>
    speakersOf(notice).map((speaker) => subjects.notice(speaker, notice.name)),
  ),
);
