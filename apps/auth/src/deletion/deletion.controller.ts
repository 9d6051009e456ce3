import {
  accepted,
  authCommands as auth,
  commonReasons,
  refused,
  type InputOf,
  type ReplyTo,
  type UserId,
} from '@devchitchat/contracts';
import { ErasedTexts, GroupCommit, Handles, type SignedInContext, type Transaction } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { DeviceCodesRepository } from '../devices/device-codes.repository';
import { HandedOut } from '../invitations/handed-out.links';
import { RecoveryLinksRepository } from '../recovery/recovery-links.repository';
import { SessionsRepository } from '../sessions/sessions.repository';
import { deleteAccount } from './deletion';
import { PasswordHasher, turnOf } from '../passwords/passwords.hasher';
import { PasswordsRepository } from '../passwords/passwords.repository';
import { PersonalContents } from './personal-contents.repository';
import { PicturesRepository } from '../accounts/pictures.repository';
import { UsersRepository } from '../accounts/users.repository';

type Input = InputOf<typeof auth.accountDelete>;

@Controller()
export class DeletionController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly hasher: PasswordHasher,
    private readonly passwords: PasswordsRepository,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly codes: DeviceCodesRepository,
    private readonly recoveryLinks: RecoveryLinksRepository,
    private readonly handedOut: HandedOut,
    private readonly pictures: PicturesRepository,
    private readonly contents: PersonalContents,
    private readonly erasedTexts: ErasedTexts,
  ) {}

  /** Erases the names in the same transaction, so that the event is never public while the names are still on disk. */
  @Handles(auth.accountDelete)
  async deleteAccount(
    { words, password, successor }: Input,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.accountDelete>> {
    const { userId } = context.actor;
    const hash = this.passwords.hashOf(userId);
    const matched =
      hash === undefined || password === undefined
        ? accepted(false)
        : await this.hasher.matches(hash, password, turnOf(userId, context));
    if (!matched.ok) return matched;
    const reply = await this.groupCommit.run(context, (transaction) => {
      const user = this.users.byId(userId);
      if (!user?.active) return refused(commonReasons.accountGone);
      const stored = this.passwords.hashOf(userId);
      const leaver = {
        user,
        isLastAdmin: this.users.isLastAdmin(user),
        hasPassword: stored !== undefined,
        isProven: matched.value && stored === hash,
        sessions: this.sessions.ofUser(userId),
      };
      const succession = successor && { successor: this.users.byId(successor) };
      const decided = deleteAccount(leaver, words === 'erase' ? 'erased' : 'kept', succession);
      if (!decided.ok) return decided;
      this.handedOut.voidAllBy(userId, transaction);
      for (const draft of decided.value) transaction.append(draft);
      this.forget(transaction, userId, words);
      return accepted({});
    });
    if (reply.ok) this.erasedTexts.sweepSoon();
    return reply;
  }

  private forget(transaction: Transaction, userId: UserId, words: Input['words']): void {
    for (const eventId of this.contents.about(userId)) transaction.erase(eventId);
    if (words === 'erase') for (const eventId of this.contents.by(userId)) transaction.erase(eventId);
    this.pictures.remove(userId);
    this.passwords.keep(userId, null);
    this.codes.remove(userId);
    this.recoveryLinks.removeFor(userId);
    this.sessions.sweepTokens(transaction.now);
  }
}
