import {
  botSurface,
  browserSurface,
  processNames,
  subjects,
  type EventType,
  type Notice,
  type ProcessName,
} from '@devchitchat/contracts';

const eventSubjects = (events: readonly EventType[]): ReadonlySet<string> =>
  new Set(events.map(({ service, type }) => subjects.event(service, type)));

/** The gateway's own notices are not in here: it says them itself, and nobody else may. */
const speakersOf = ({ from }: Notice): readonly ProcessName[] =>
  (from === 'any' ? processNames : [from]).filter((name) => name !== 'gateway');

const noticeSubjects = (notices: readonly Notice[]): ReadonlySet<string> =>
  new Set(notices.flatMap((notice) => speakersOf(notice).map((speaker) => subjects.notice(speaker, notice.name))));

/** The NATS subjects of what a browser may hear. Anything else that is said there stays among the services. */
export const audibleEvents = eventSubjects(browserSurface.events);
export const audibleNotices = noticeSubjects(browserSurface.notices);

/** The same for bots. */
export const eventsForBots = eventSubjects(botSurface.events);
export const noticesForBots = noticeSubjects(botSurface.notices);
