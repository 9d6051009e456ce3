import { allCommands, reasonsOfAnyCommand } from '@devchitchat/contracts';
import { protocolDocument } from './document';

const sections = new Map(
  protocolDocument()
    .split('\n### ')
    .map((section) => [section.slice(0, section.indexOf('\n')), section] as const),
);

describe('docs/protocol.md', () => {
  it.each(allCommands.map(({ name, refusals }) => [name, refusals] as const))(
    'lists every refusal of %s with its reason, code, parameters and sentence',
    (name, refusals) => {
      for (const { name: reason, code, params, sentence } of refusals) {
        const row = sections
          .get(name)
          ?.split('\n')
          .find((line) => line.startsWith(`| \`${reason}\` | \`${code}\` |`));
        expect(row).toContain(sentence);
        for (const param of Object.keys(params)) expect(row).toContain(`\`${param}\``);
      }
    },
  );

  it('lists the reasons that apply to every command once', () => {
    for (const { name } of reasonsOfAnyCommand) {
      expect(sections.get('Refusals of every command')).toContain(`| \`${name}\` |`);
    }
  });
});
