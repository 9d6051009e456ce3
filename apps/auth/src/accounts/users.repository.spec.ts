import { AuthFile } from '../testing/auth-file';
import { ada, bob, registered } from '../testing/people';
import { changeProfile } from './profile';
import { UsersRepository } from './users.repository';

const usersIn = ({ database }: AuthFile) => new UsersRepository(database.sqlite);

describe('the users table', () => {
  it('finds users by id, and by handle in any case', async () => {
    await using file = await AuthFile.open(ada.createdAt);
    const users = usersIn(file);
    expect(users.isAnybodyHere()).toBe(false);

    await file.happened([registered(ada)]);
    expect(users.isAnybodyHere()).toBe(true);
    expect(users.byId(ada.userId)).toEqual(ada);
    expect(users.byHandle('aDA')).toEqual(ada);
    expect(users.byHandle('bob')).toBeUndefined();
  });

  it('lists users by id with their current names, limited to the requested number', async () => {
    await using file = await AuthFile.open(bob.createdAt);
    const users = usersIn(file);
    await file.happened([registered(bob)]);
    await file.at(ada.createdAt).happened([registered(ada), ...changeProfile(bob, { displayName: 'Robert' })]);
    const all = [ada, { ...bob, displayName: 'Robert' }].sort((a, b) => (a.userId < b.userId ? -1 : 1));
    expect(users.after(undefined, 5)).toEqual(all);
    expect(users.after(undefined, 1)).toEqual(all.slice(0, 1));
    expect(users.after(all[0]!.userId, 5)).toEqual(all.slice(1));
  });

  it('enforces handles that are unique regardless of case', async () => {
    await using file = await AuthFile.open(ada.createdAt);
    await file.happened([registered(ada)]);
    await expect(file.happened([registered({ ...bob, handle: 'ADA' })])).rejects.toThrow('UNIQUE');
    expect(file.tables()['events']).toHaveLength(1);
  });

  it('holds no names of an erased account, also after a rebuild', async () => {
    await using file = await AuthFile.open(ada.createdAt);
    const users = usersIn(file);
    await file.happened([registered(ada), registered(bob)]);
    file.database.sqlite.exec('DELETE FROM event_contents');
    file.rebuild();
    const nameless = { handle: 'deleteduser', displayName: 'Deleted user' };
    expect(users.byId(ada.userId)).toEqual({ ...ada, ...nameless });
    expect(users.byId(bob.userId)).toMatchObject(nameless);
    expect(users.byHandle('deleteduser')).toBeUndefined();
  });

  it('keeps each part of a profile until another event replaces or removes it, also after a rebuild', async () => {
    await using file = await AuthFile.open(ada.createdAt);
    const users = usersIn(file);
    const profile = { picture: '00000000000000aa', tone: 0, bio: 'Counts.', pronouns: 'she/her' };
    await file.happened([registered(ada), registered(bob), ...changeProfile(ada, profile)]);
    expect(users.byId(ada.userId)).toEqual({ ...ada, ...profile });
    expect(users.byId(bob.userId)).toEqual({ ...bob, createdAt: ada.createdAt });

    await file.happened(changeProfile({ ...ada, ...profile }, { bio: null, tone: null, displayName: 'Countess' }));
    const { tone: _tone, bio: _bio, ...rest } = profile;
    const left = { ...ada, ...rest, displayName: 'Countess' };
    expect(users.byId(ada.userId)).toEqual(left);
    file.rebuild();
    expect(users.byId(ada.userId)).toEqual(left);
  });
});
