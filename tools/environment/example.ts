import type { Variable } from './variables';

/** Variables that Compose itself reads or that have another name inside containers. */
const ofCompose: Readonly<Record<string, string>> = {
  COMPOSE_PROFILES:
    '`turn`: a relay for calls; `domain`: certificates for a public name; `bots`: a port for bots. Separate several by commas',
  COMPOSE_PROJECT_NAME: 'the prefix of container and volume names; a new prefix creates a new, empty installation',
  HTTPS_PORT: 'the HTTPS port of the web app',
  PROXY_PORT: 'with `TLS=off`: the HTTP port for your own proxy on this machine',
  BOTS_PORT: 'with the profile `bots`: the NATS port for bots',
  BOTS_ADDRESS: 'with the profile `bots`: the address to listen on; `0.0.0.0` for all, by default this machine only',
};

const head = `# Settings of \`docker compose up\`. Copy this file to \`.env\` and uncomment what you change.
# See docs/operating.md. Generated from the code by: node --import tsx tools/environment.ts
`;

/**
 * Generates .env.example: every variable that docker-compose.yml reads, with its default there.
 *
 * @throws for a variable without a description
 */
export function environmentExample(compose: string, variables: readonly Variable[]): string {
  const described = new Map(variables.map(({ name, description }) => [name, description]));
  const taken = new Map(
    [...compose.matchAll(/(?<!\$)\$\{([A-Z_]+):-([^}]*)\}/g)].map(([, name = '', fallback = '']) => [name, fallback]),
  );
  const entries = [['COMPOSE_PROFILES', ''] as const, ...taken].map(([name, fallback]) => {
    const description = ofCompose[name] ?? described.get(name);
    if (description === undefined) throw new Error(`${name}, which docker-compose.yml reads, has no description.`);
    return `${wrapped(description)}\n#${name}=${fallback}\n`;
  });
  return [head, ...entries].join('\n');
}

const width = 100;

/** Wraps a text into comment lines. */
function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length < width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(` ${word}`);
  }
  return lines.map((line) => `#${line}`).join('\n');
}
