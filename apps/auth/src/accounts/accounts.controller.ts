import { createHash } from 'node:crypto';
import {
  accepted,
  authCommands as auth,
  authReasons as reasons,
  refused,
  type InputOf,
  type ReplyTo,
  type UserId,
} from '@devchitchat/contracts';
import { ErasedTexts, GroupCommit, Handles, pageOf, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { PicturesRepository } from './pictures.repository';
import { changeProfile, profileOf, withProfile, type ProfileChanges } from './profile';
import { UsersRepository } from './users.repository';

interface Pictures {
  readonly small: Buffer;
  readonly large: Buffer;
}

@Controller()
export class AccountsController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly users: UsersRepository,
    private readonly pictures: PicturesRepository,
    private readonly erased: ErasedTexts,
  ) {}

  @Handles(auth.userList)
  listUsers({ after, limit }: InputOf<typeof auth.userList>): ReplyTo<typeof auth.userList> {
    const { page, next } = pageOf(this.users.after(after, limit + 1), limit, ({ userId }) => userId);
    return accepted({ users: page, next });
  }

  @Handles(auth.profileUpdate)
  updateProfile(
    { userId, ...changes }: InputOf<typeof auth.profileUpdate>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.profileUpdate>> {
    return this.change(userId, changes, null, context);
  }

  @Handles(auth.pictureSet)
  setPicture(
    { userId, small, large }: InputOf<typeof auth.pictureSet>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.pictureSet>> {
    const pictures = { small: Buffer.from(small, 'base64'), large: Buffer.from(large, 'base64') };
    return this.change(userId, { picture: idOf(pictures) }, pictures, context);
  }

  @Handles(auth.pictureRead)
  readPicture({ userId, picture, size }: InputOf<typeof auth.pictureRead>): ReplyTo<typeof auth.pictureRead> {
    const bytes = this.pictures.read(userId, picture, size);
    return bytes ? accepted({ bytes: bytes.toString('base64') }) : refused(reasons.pictureUnknown);
  }

  /** @param pictures the new picture, whose id `changes` has */
  private async change(
    userId: UserId | undefined,
    changes: ProfileChanges,
    pictures: Pictures | null,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.profileUpdate>> {
    const reply = await this.groupCommit.run(context, (transaction) => {
      const found = profileOf(context.actor, userId, (id) => this.users.byId(id));
      if (!found.ok) return found;
      const user = found.value;
      for (const draft of changeProfile(user, changes)) transaction.append(draft);
      if (pictures && changes.picture) this.pictures.keep(user.userId, changes.picture, pictures);
      if (changes.picture === null) this.pictures.remove(user.userId);
      return accepted({ user: withProfile(user, changes) });
    });
    // The write-ahead log still has the picture that was replaced or removed.
    if (reply.ok && changes.picture !== undefined) this.erased.sweepSoon();
    return reply;
  }
}

const idOf = ({ small, large }: Pictures): string =>
  createHash('sha256').update(small).update(large).digest('hex').slice(0, 16);
