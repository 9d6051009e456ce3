import type { PictureSize, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';

/** The current picture of each user, in both sizes, as WebP. */
@Injectable()
export class PicturesRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    const read = (column: 'small' | 'large') =>
      sqlite
        .prepare<[UserId, string], Buffer>(`SELECT ${column} FROM pictures WHERE user_id = ? AND picture = ?`)
        .pluck();
    this.statements = {
      keep: sqlite.prepare<[UserId, string, Buffer, Buffer]>(
        'INSERT OR REPLACE INTO pictures (user_id, picture, small, large) VALUES (?, ?, ?, ?)',
      ),
      remove: sqlite.prepare<[UserId]>('DELETE FROM pictures WHERE user_id = ?'),
      read: { 128: read('small'), 512: read('large') },
    };
  }

  /** Replaces the user's picture. `picture` is its id. */
  keep(userId: UserId, picture: string, { small, large }: { readonly small: Buffer; readonly large: Buffer }): void {
    this.statements.keep.run(userId, picture, small, large);
  }

  remove(userId: UserId): void {
    this.statements.remove.run(userId);
  }

  /** Returns `undefined` for a picture that is not the user's current one. */
  read(userId: UserId, picture: string, size: PictureSize): Buffer | undefined {
    return this.statements.read[size].get(userId, picture);
  }
}
