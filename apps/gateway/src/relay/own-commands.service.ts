import {
  accepted,
  commonReasons as reasons,
  gatewayCommands,
  refused,
  type Command,
  type InputOf,
  type Reply,
} from '@devchitchat/contracts';
import { Injectable } from '@nestjs/common';
import { LinkAddresses } from '../links/link-addresses';
import { Presence } from '../presence/presence.service';
import type { Speaker } from './speaker';

const { linkAddressGet, presenceSet } = gatewayCommands;

/** The commands that only the gateway can answer: it alone knows sockets, ports and host names. */
@Injectable()
export class OwnCommands {
  constructor(
    private readonly presence: Presence,
    private readonly links: LinkAddresses,
  ) {}

  /** The answer, or `undefined` for a command of a service. `input` is checked. */
  answer(command: Command, input: unknown, { actor, place }: Speaker): Reply<unknown> | undefined {
    if (command === presenceSet) {
      if (!actor || place === undefined) return refused(reasons.sessionRequired);
      this.presence.set(place, actor, (input as InputOf<typeof presenceSet>).state);
      return accepted({});
    }
    if (command !== linkAddressGet) return undefined;
    if (!actor) return refused(reasons.sessionRequired);
    return accepted(this.links.for((input as InputOf<typeof linkAddressGet>).page));
  }
}
