import { refused, type Actor } from '@devchitchat/contracts';

/** A refusal for whoever is no admin. */
export const refuseNonAdmin = ({ role }: Pick<Actor, 'role'>) =>
  role === 'admin'
    ? undefined
    : refused('forbidden', 'Only an admin may look at how the server does. Ask one of them.');
