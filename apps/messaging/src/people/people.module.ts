import { Module } from '@nestjs/common';
import { PeopleRepository } from './people.repository';

/** Facts about people from auth's log. */
@Module({
  providers: [PeopleRepository],
  exports: [PeopleRepository],
})
export class PeopleModule {}
