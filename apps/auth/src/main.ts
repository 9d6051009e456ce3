import { defineService, runService } from '@devchitchat/service-kit';
import { UsersRepository } from './accounts/users.repository';
import { entities, migrations, projections } from './auth.database';
import { AuthModule } from './auth.module';

export const service = defineService({
  name: 'auth',
  module: AuthModule,
  entities,
  migrations,
  projections,
  actors: UsersRepository,
});

if (import.meta.main) await runService(service, process.env);
