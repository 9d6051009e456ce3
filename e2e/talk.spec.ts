import { twoBrowsersTalk } from './support/conversation';
import { test } from './support/fixtures';

test('an invite link leads two browsers into one conversation', ({ home, newPerson }) =>
  twoBrowsersTalk(home, newPerson));
