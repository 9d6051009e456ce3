import type { Variable } from './variables';

/** What Compose itself reads, and what is called otherwise inside a container. */
const ofCompose: Readonly<Record<string, string>> = {
  COMPOSE_PROFILES:
    '`turn`: a relay for calls; `domain`: certificates for a public name; `bots`: a port for bots. Several: `turn,domain`',
  COMPOSE_PROJECT_NAME: 'what the names of containers and volumes begin with; another name is another, empty system',
  HTTPS_PORT: 'where the page is, HTTPS',
  PROXY_PORT: 'with `TLS=off`: where a proxy of your own on this machine finds the page, HTTP',
  BOTS_PORT: 'with the profile `bots`: where bots find NATS',
  BOTS_ADDRESS: 'the address of this machine that bots come to; `0.0.0.0` for all, this machine only by default',
};

const head = `# Settings of \`docker compose up\`. Copy this file to \`.env\` and take the # away from what you change.
# docs/operating.md says more. This file is made from the code: node --import tsx tools/environment.ts
`;

/**
 * The text of .env.example: every variable that docker-compose.yml takes from outside, with the default that it has there.
 *
 * @throws where one of them is described nowhere
 */
export function environmentExample(compose: string, variables: readonly Variable[]): string {
  const described = new Map(variables.map(({ name, description }) => [name, description]));
  const taken = new Map(
    [...compose.matchAll(/(?<!\$)\$\{([A-Z_]+):-([^}]*)\}/g)].map(([, name = '', fallback = '']) => [name, fallback]),
  );
  const entries = [['COMPOSE_PROFILES', ''] as const, ...taken].map(([name, fallback]) => {
    const description = ofCompose[name] ?? described.get(name);
    if (description === undefined) throw new Error(`Nothing describes ${name}, which docker-compose.yml takes.`);
    return `${wrapped(description)}\n#${name}=${fallback}\n`;
  });
  return [head, ...entries].join('\n');
}

const width = 100;

/** Comment lines that are not too long. */
function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length < width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(` ${word}`);
  }
  return lines.map((line) => `#${line}`).join('\n');
}
