import {
  accepted,
  authCommands as auth,
  originKey,
  type ImportSource,
  type InputOf,
  type ReplyTo,
  type UserId,
} from '@devchitchat/contracts';
import { derivedId, GroupCommit, Handles, type CommandContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { UsersRepository } from '../accounts/users.repository';
import { importPerson, freeHandle } from './imported-person';

/**
 * Derives the user id from the id in the other service, so that repeated imports recognize a person and messaging can
 * compute the same id.
 */
const personOf = (source: ImportSource, id: string): UserId => derivedId<UserId>('u', originKey('person', source, id));

/**
 * Imports people from another service at the server's terminal (docs/decisions/0042-import-through-the-services.md).
 */
@Controller()
export class ImportsController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly users: UsersRepository,
  ) {}

  @Handles(auth.importPeople)
  importPeople(
    { source, people }: InputOf<typeof auth.importPeople>,
    context: CommandContext,
  ): Promise<ReplyTo<typeof auth.importPeople>> {
    return this.groupCommit.run(context, (transaction) => {
      let added = 0;
      const brought = people.map(({ id, handle: wanted, displayName, isBot }) => {
        const userId = personOf(source, id);
        const known = this.users.byId(userId);
        if (known) return { id, userId, handle: known.handle };
        const handle = freeHandle(wanted, source, (other) => this.users.byHandle(other) !== undefined);
        transaction.append(importPerson({ userId, source, id, handle, displayName, isBot }));
        added += 1;
        return { id, userId, handle };
      });
      return accepted({ people: brought, added });
    });
  }
}
