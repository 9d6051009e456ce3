import { deletedUser, type User } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';

/** The user as pages show them: a deleted one has a name in the language of the page. */
export const shownUser = (user: User): User =>
  user.handle === deletedUser.handle ? { ...user, displayName: t('Deleted user') } : user;
