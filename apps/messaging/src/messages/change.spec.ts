import {
  accepted,
  messagingEvents,
  type Message,
  type MsgId,
  type RoomId,
  type RoomKind,
  type UserId,
} from '@devchitchat/contracts';
import { draft } from '@devchitchat/service-kit';
import { created, joined, kitchen, left, roomAfter, said } from '../testing/history';
import { ada, bob, cleo, dora, people, peopleWith } from '../testing/people';
import { edit, targetOf, takeBack, type EditCommand } from './change';

const room = roomAfter(created('private', ada), joined(ada, 'owner'), joined(bob), joined(cleo, 'mod'), said(1));
const hello = {
  roomId: kitchen,
  msgId: 1 as MsgId,
  seq: 1,
  userId: bob,
  text: 'Hello',
  revision: 2,
  deleted: null,
} as Message;
const gone: Message = { ...hello, text: null, deleted: { by: cleo, reason: null } };
const place = { roomId: kitchen, msgId: hello.msgId, seq: 1 };
const refusal = (code: string) => ({ ok: false, error: { code } });

const whenEditing = (command: EditCommand, by = bob, message = hello) => {
  const target = targetOf(room, message, by, people);
  return target.ok ? edit(target.value, command) : target;
};
const whenDeleting = (by = bob, reason?: string, message = hello) => {
  const target = targetOf(room, message, by, people);
  return target.ok ? takeBack(target.value, { reason }) : target;
};

describe('editing a message', () => {
  it('gives it the next revision, which the room hears', () => {
    expect(whenEditing({ revision: 2, text: 'Hi' })).toEqual(
      accepted(
        draft(messagingEvents.messageEdited, {
          scopeId: kitchen,
          body: { ...place, revision: 3 },
          content: { text: 'Hi' },
          audience: [ada, bob, cleo],
        }),
      ),
    );
  });

  it('may leave no text only if the message has files', () => {
    const file = { fileId: 'f_5p1s8w3z7b2e6j9q', name: 'notes.txt', kind: 'other', type: 'text/plain', bytes: 4 };
    const withFile = { ...hello, files: [file] } as Message;
    expect(whenEditing({ revision: 2, text: '' }, bob, withFile)).toMatchObject({ value: { content: { text: '' } } });
    for (const text of ['', ' \n']) {
      expect(whenEditing({ revision: 2, text })).toMatchObject({ error: { reason: 'message.empty' } });
    }
  });

  it('parses the mentions of the new text', () => {
    const byOwner = { ...hello, userId: ada };
    const everyone = (text: string, by: typeof ada, message: Message) => {
      const edited = whenEditing({ revision: 2, text }, by, message);
      return edited.ok && (edited.value?.body as { everyone?: true }).everyone;
    };
    expect([
      everyone('@everyone', ada, byOwner),
      everyone('nobody', ada, byOwner),
      everyone('@everyone', bob, hello),
    ]).toEqual([true, undefined, undefined]);
  });

  it('is for its author only, not for mods and owners', () => {
    for (const by of [ada, cleo])
      expect(whenEditing({ revision: 2, text: 'Hi' }, by)).toMatchObject(refusal('forbidden'));
  });

  it('changes nothing if the text is the same or the command is a retry', () => {
    for (const revision of [1, 2]) expect(whenEditing({ revision, text: 'Hello' })).toEqual(accepted(null));
  });

  it('is a conflict if the message was changed meanwhile', () => {
    for (const revision of [1, 3]) expect(whenEditing({ revision, text: 'Hi' })).toMatchObject(refusal('conflict'));
    expect(whenEditing({ revision: 2, text: 'Hi' }, bob, gone)).toMatchObject(refusal('conflict'));
  });
});

describe('deleting a message', () => {
  const deleted = (reason: string | null) =>
    accepted(
      draft(messagingEvents.messageDeleted, {
        scopeId: kitchen,
        body: place,
        content: reason === null ? null : { reason },
        audience: [ada, bob, cleo],
      }),
    );

  it('is for its author, and for mods and the owner, who may give a reason', () => {
    expect(whenDeleting(bob)).toEqual(deleted(null));
    expect(whenDeleting(cleo, 'Off topic')).toEqual(deleted('Off topic'));
    expect(whenDeleting(ada)).toEqual(deleted(null));
  });

  it('is refused to other members', () => {
    expect(whenDeleting(bob, undefined, { ...hello, userId: ada })).toMatchObject(refusal('forbidden'));
  });

  it('is for admins in the lobby and in every room without an owner, but not in direct rooms', () => {
    // Bob's account is disabled.
    const others = peopleWith({ admins: [dora], inactive: [bob] });
    const whenIn = (kind: RoomKind, by: UserId) => {
      const ownerless = roomAfter(created(kind, null), joined(bob), joined(cleo), joined(dora), said(1));
      const target = targetOf(ownerless, hello, by, others);
      return target.ok ? takeBack(target.value, { reason: undefined }) : target;
    };
    for (const kind of ['public', 'private'] as const) {
      expect(whenIn(kind, dora)).toMatchObject({ ok: true, value: { body: place } });
      expect(whenIn(kind, cleo)).toMatchObject(refusal('forbidden'));
    }
    expect(whenIn('direct', dora)).toMatchObject(refusal('forbidden'));
  });

  it('takes effect once', () => {
    expect(whenDeleting(bob, undefined, gone)).toEqual(accepted(null));
  });
});

describe('a message', () => {
  it('is hidden from members who joined after it without its history', () => {
    const later = roomAfter(created('private', ada), joined(ada, 'owner'), said(1), joined(cleo, 'mod', 'member', 2));
    expect(targetOf(later, hello, cleo, people)).toEqual(targetOf(later, undefined, cleo, people));
    expect(targetOf(later, hello, ada, people)).toMatchObject({ ok: true });
  });

  it('is visible to the members of its room, and only under that room’s id', () => {
    const elsewhere = { ...hello, roomId: 'r_0000000000000000' as RoomId };
    const emptied = roomAfter(created('private', ada), joined(ada, 'owner'), joined(bob), left(bob));
    expect(targetOf(room, hello, dora, people)).toMatchObject(refusal('not_found'));
    expect(targetOf(emptied, hello, bob, people)).toMatchObject(refusal('not_found'));
    expect(targetOf(room, undefined, bob, people)).toMatchObject(refusal('not_found'));
    expect(targetOf(room, elsewhere, bob, people)).toMatchObject(refusal('not_found'));
  });
});
