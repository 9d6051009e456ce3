import { twoBrowsersTalk } from '../support/conversation';
import { test } from '../support/fixtures';

test('an invite link leads two browsers into one conversation, in containers, too', ({ composed, newVisitor }) =>
  twoBrowsersTalk(composed, newVisitor));
