import { basename } from 'node:path';
import { fewServices } from './few-services.mjs';
import { webFloors } from './floors.mjs';
import { loneClass } from './lone-classes.mjs';
import { plainComments } from './plain-comments.mjs';
import { retiredName } from './retired-names.mjs';

const sayNothing = /^(utils?|helpers?|common|shared|core|misc|base|impl)$/;

/** Our own ESLint rules. */
export const houseRules = {
  rules: {
    'few-services': fewServices,
    'lone-class': loneClass,
    'plain-comments': plainComments,
    'retired-name': retiredName,
    'web-floors': webFloors,
    'file-name-says-what': {
      meta: {
        type: 'problem',
        docs: { description: 'A thing that deserves a file deserves a name' },
        schema: [],
        messages: { saysNothing: '"{{ word }}" does not say what is in here. Name the file after its subject.' },
      },
      create: (context) => ({
        Program(node) {
          const words = basename(context.filename)
            .split(/[.-]/)
            .concat(context.filename.split(/[\\/]/).slice(0, -1).slice(-2));
          const word = words.find((part) => sayNothing.test(part));
          if (word) context.report({ node, messageId: 'saysNothing', data: { word } });
        },
      }),
    },
  },
};
