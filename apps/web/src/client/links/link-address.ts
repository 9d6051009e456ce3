import { accepted, type LinkAddress } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { loaded, type Loaded } from '../connection/loaded';
import { inject } from '@angular/core';

/**
 * The address with which links begin, asked anew for every link, because a laptop moves between networks. If the server does
 * not tell, it is that of this page. Call it in an injection context.
 */
export function linkAddressFor(link: () => string): Loaded<LinkAddress> {
  const connection = inject(Connection);
  return loaded({
    params: link,
    load: async () => {
      const reply = await connection.ask('link.address', { page: location.origin });
      return reply.ok ? reply : accepted<LinkAddress>(ownAddress());
    },
  });
}

const ownAddress = (): LinkAddress => ({
  origin: location.origin,
  reach: 'network',
  alternatives: [],
  obstacle: null,
});
