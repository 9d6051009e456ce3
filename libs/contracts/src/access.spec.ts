import { allCommands } from './vocabulary';
import {
  actorNeeded,
  adminsOnly,
  anyone,
  bots,
  refuseActor,
  roomMembers,
  roomOwners,
  signedIn,
} from './grammar/access';

const member = { role: 'member' } as const;
const admin = { role: 'admin' } as const;

describe('what a command asks of the actor alone', () => {
  it.each([
    ['nobody', anyone],
    ['signed in', signedIn],
    ['signed in', { ...signedIn, ...bots }],
    ['signed in', roomMembers],
    ['signed in', roomOwners],
    ['admin', adminsOnly],
  ])('is read from its access table: %s', (needed, access) => {
    expect(actorNeeded(access)).toBe(needed);
  });

  it.each(allCommands.map((command) => [command.name, command] as const))(
    'is what the access table of %s says of each standing',
    (_name, { access }) => {
      const needed = actorNeeded(access);
      expect(access.anonymous).toBe(refuseActor(needed, null)?.error.code ?? 'ok');
      // For non-admins, the check of the actor alone must refuse exactly if every room standing is refused alike.
      const ofMember = refuseActor(needed, member)?.error.code;
      if (ofMember !== undefined)
        expect(access).toMatchObject({ member: ofMember, owner: ofMember, stranger: ofMember });
      if (access.owner !== 'ok') expect(ofMember).toBe(access.owner);
      expect(refuseActor(needed, admin)).toBeUndefined();
    },
  );
});
