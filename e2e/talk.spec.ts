import { twoBrowsersTalk } from './support/conversation';
import { test } from './support/fixtures';

test('two browsers join one conversation by an invite link', ({ home, newPerson }) => twoBrowsersTalk(home, newPerson));
