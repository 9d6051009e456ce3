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

/** The gateway's own notices are excluded: it sends them itself, and no other process may. */
const speakersOf = ({ from }: Notice): readonly ProcessName[] =>
  (from === 'any' ? processNames : [from]).filter((name) => name !== 'gateway');

const noticeSubjects = (notices: readonly Notice[]): ReadonlySet<string> =>
  new Set(notices.flatMap((notice) => speakersOf(notice).map((speaker) => subjects.notice(speaker, notice.name))));

/** The NATS subjects of events that browsers may receive. All others stay between services. */
export const audibleEvents = eventSubjects(browserSurface.events);
export const audibleNotices = noticeSubjects(browserSurface.notices);

/** The NATS subjects of events that bots may receive. */
export const eventsForBots = eventSubjects(botSurface.events);
export const noticesForBots = noticeSubjects(botSurface.notices);
