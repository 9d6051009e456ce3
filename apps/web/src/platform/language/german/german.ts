import { admin } from './admin';
import { bots } from './bots';
import { call } from './call';
import { alerts } from './alerts';
import { composer } from './composer';
import { connection } from './connection';
import { diagnostics } from './diagnostics';
import { directs } from './directs';
import { emoji } from './emoji';
import { everywhere } from './everywhere';
import { files } from './files';
import { invite } from './invite';
import { notifications } from './notifications';
import { keyboard } from './keyboard';
import { links } from './links';
import { presence } from './presence';
import { problems } from './problems';
import { reading } from './reading';
import { refusals } from './refusals';
import { rooms } from './rooms';
import { search } from './search';
import { session } from './session';
import { settings } from './settings';
import { timeline } from './timeline';
import { typing } from './typing';

/** German. Its texts are all that the page says, one file for each of its folders; the rest is what the server says. */
export const german = {
  texts: {
    ...admin,
    ...bots,
    ...call,
    ...composer,
    ...connection,
    ...diagnostics,
    ...directs,
    ...emoji,
    ...everywhere,
    ...files,
    ...invite,
    ...notifications,
    ...keyboard,
    ...links,
    ...presence,
    ...reading,
    ...rooms,
    ...search,
    ...session,
    ...settings,
    ...timeline,
    ...typing,
  },
  answers: { refusals, problems, alerts },
};
