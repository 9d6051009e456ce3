import type { CallId, FileId } from '../grammar/ids';
import type { MessageFile } from '../messaging';
import { ada, bob, cyd, dan } from './people';
import { RoomLog } from './room-log';

const fileOf = (letter: string) => `f_${letter.repeat(16)}` as FileId;

const notes = (letter: string): MessageFile => ({
  fileId: fileOf(letter),
  name: 'notes.txt',
  kind: 'other',
  type: 'text/plain',
  bytes: 4,
});

const photo = (letter: string): MessageFile => ({
  fileId: fileOf(letter),
  name: 'photo.webp',
  alt: 'A porch',
  kind: 'picture',
  type: 'image/webp',
  bytes: 400,
  picture: { width: 40, height: 30, thumbhash: 'AAAA', isAnimated: false },
});

/** A room with every kind of event a room can have. */
export const aBusyRoom = (): RoomLog =>
  new RoomLog()
    .joined(ada, 'owner')
    .shared(ada, '@everyone, anyone here?', [photo('1'), notes('0')])
    .joined(bob)
    .said(bob, 'yes')
    .edited(2, 'yes!')
    .reacted(ada, 2, '👍')
    .pinned(bob, 2)
    .pinned(ada, 1)
    .reacted(bob, 1, '🎉')
    .reacted(ada, 1, '👍')
    .said(ada, 'good', 2)
    .becameMod(bob)
    .invited(cyd)
    .joined(cyd)
    .deleted(2, bob)
    .reacted(cyd, 1, '🎉')
    .unreacted(bob, 1, '🎉')
    .left(bob)
    .linksVoided(bob)
    .said(cyd, 'hello')
    .edited(1, 'Is anyone here?')
    .shared(cyd, 'buy my things', [photo('2')])
    .edited(5, 'buy my good things')
    .deleted(5, ada, 'Off topic')
    .edited(1, 'Is anyone here?')
    .pinned(cyd, 4)
    .unpinned(ada, 1)
    .pinned(cyd, 1)
    .joined(bob, 'member', 6)
    .shared(bob, 'back', [notes('3'), photo('4')])
    .kicked(cyd)
    .banned(cyd, 'Advertising')
    .banned(bob)
    .unbanned(cyd)
    .joined(cyd)
    .muted(cyd, 9_000, 'Hush')
    .muted(bob, 9_000)
    .muted(cyd, 10_000)
    .unmuted(bob)
    .said(ada, 'Bob is leaving us', 6)
    .reacted(ada, 6, '👍')
    .edited(6, 'back again')
    .pinned(ada, 6)
    .deleted(3, bob, 'Rude')
    .kicked(cyd, bob)
    .joined(cyd)
    .banned(dan, 'Spam', bob)
    .muted(cyd, 11_000, 'Hush, too', bob)
    .wordsErased(bob)
    .imported(ada, 'said long ago', 500)
    .imported(cyd, 'said and changed long ago', 500, 700)
    .edited(9, 'changed here, too')
    .updated('porch', 'Fresh air')
    .settingsChanged({ slowModeSeconds: 30, everyoneBy: 'everybody' })
    .said(cyd, 'slowly')
    .settingsChanged({ slowModeSeconds: 0 })
    .called('c_7k2m9q4t1x8z3v6w' as CallId, 754, ada, cyd)
    .roomDeleted();
