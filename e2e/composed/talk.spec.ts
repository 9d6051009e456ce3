import { twoBrowsersTalk } from '../support/conversation';
import { test } from '../support/fixtures';

test('two browsers join one conversation by an invite link, in containers', ({ composed, newVisitor }) =>
  twoBrowsersTalk(composed, newVisitor));
