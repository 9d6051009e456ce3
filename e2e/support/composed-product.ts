import { execFile, spawn } from 'node:child_process';
import { randomBytes, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { promisify } from 'node:util';
import { reportedErrorsIn } from './reported-errors';
import { composeCommand, docker } from './docker';
import { eventually } from './eventually';
import { freePort } from './free-port';
import type { ProcessLine } from './running-process';

const run = promisify(execFile);

/** The services of docker-compose.yml that keep running. */
export const containerNames = ['nats', 'auth', 'messaging', 'signaling', 'diagnostics', 'gateway', 'coturn'] as const;
export type ContainerName = (typeof containerNames)[number];

/** Published ports, by their variable in `.env`. */
export type Ports = Readonly<
  Record<'HTTPS_PORT' | 'HTTP_PORT' | 'PROXY_PORT' | 'STUN_PORT' | 'TURN_PORT' | 'BOTS_PORT', number>
>;

/** A non-loopback address of this machine, for the relay. */
function ownAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const own = addresses.find(({ family, internal }) => family === 'IPv4' && !internal);
  if (!own) throw new Error('This machine has no address but the loopback one, and a relay needs one.');
  return own.address;
}

/** The product in containers, as `docker compose up` starts it: over HTTPS, with its own project name and ports. */
export class ComposedProduct {
  private constructor(
    readonly project: string,
    readonly ports: Ports,
    readonly address: string,
    private readonly folder: string,
    private readonly command: readonly [string, ...string[]],
  ) {}

  /** Builds the images, starts the containers and waits until all are healthy. */
  static async up(): Promise<ComposedProduct> {
    const folder = await mkdtemp(join(tmpdir(), 'devchitchat-composed-'));
    const ports = {
      HTTPS_PORT: await freePort(),
      HTTP_PORT: await freePort(),
      PROXY_PORT: await freePort(),
      STUN_PORT: await freePort(),
      TURN_PORT: await freePort(),
      BOTS_PORT: await freePort(),
    };
    const project = `devchitchat${randomBytes(4).toString('hex')}`;
    const composed = new ComposedProduct(project, ports, ownAddress(), folder, await composeCommand());
    await composed.writeSettings();
    try {
      await composed.compose('build');
      await composed.compose('up', '-d');
      await composed.healthy();
      setDefaultCACertificates([...getCACertificates(), await composed.authority()]);
    } catch (error) {
      const log = await composed.log().catch(String);
      await composed.end();
      throw new Error(`The containers did not become healthy.\n${log}`, { cause: error });
    }
    return composed;
  }

  get url(): string {
    return `https://localhost:${this.ports.HTTPS_PORT}`;
  }

  /** The certificate (PEM) of its authority, from its download page. This process already trusts it. */
  async authority(): Promise<string> {
    const answer = await fetch(`http://localhost:${this.ports.HTTP_PORT}/ca.crt`);
    return new X509Certificate(await answer.bytes()).toString();
  }

  /** Runs a Compose command with this product's name and settings. */
  async compose(...parameters: string[]): Promise<string> {
    const [program, ...words] = this.commandLine(parameters);
    return (await run(program, words, { env: this.environment, maxBuffer: 64 * 1024 * 1024 })).stdout;
  }

  /** Writes a backup to a file, as `docker compose run --rm -T backup > file` does. */
  async backUp(file: string): Promise<void> {
    await this.redirected(['run', '--rm', '-T', 'backup'], { output: file });
  }

  /** Imports a folder of exports, as `docker compose run` does. Returns what it printed. */
  importFrom(folder: string, ...options: string[]): Promise<string> {
    return this.compose('run', '--rm', '-T', '-v', `${folder}:/exports:ro`, 'import', ...options);
  }

  /** Deletes all volumes and starts again from a backup. */
  async beginAnewFrom(file: string): Promise<void> {
    await this.compose('down', '--volumes', '--timeout', '15');
    await this.redirected(['run', '--rm', '-T', 'restore'], { input: file });
    await this.compose('up', '-d');
    await this.healthy();
  }

  /** The id of a service's container. */
  async container(name: ContainerName | 'init'): Promise<string> {
    const labels = [`label=com.docker.compose.project=${this.project}`, `label=com.docker.compose.service=${name}`];
    return docker('ps', '--all', '--quiet', ...labels.flatMap((label) => ['--filter', label]));
  }

  /** Returns the output of `docker inspect` for a service's container. */
  async inspect<Known>(name: ContainerName | 'init'): Promise<Known> {
    const [known] = JSON.parse(await docker('inspect', await this.container(name))) as [Known];
    return known;
  }

  /** Returns each container's process id on this machine. */
  async pids(): Promise<Record<ContainerName, number>> {
    const pidOf = async (name: ContainerName) => (await this.inspect<{ State: { Pid: number } }>(name)).State.Pid;
    const pids = await Promise.all(containerNames.map(async (name) => [name, await pidOf(name)]));
    return Object.fromEntries(pids) as Record<ContainerName, number>;
  }

  /** Stops a container with SIGTERM and starts it again. */
  async restart(name: ContainerName): Promise<void> {
    await docker('restart', await this.container(name));
  }

  /** Resolves when every container's health check succeeds. */
  async healthy(withinMs = 120_000): Promise<void> {
    await eventually('healthy', () => this.isHealthy(), withinMs);
  }

  /** The first admin's invite link, from `docker compose logs gateway`, where the page about the certificate leads. */
  firstAdminLink(): Promise<string> {
    return eventually('a printed first-admin link', async () => {
      const [, link] = /First admin: (\S+)/.exec(await this.compose('logs', '--no-color', 'gateway')) ?? [];
      return link && `${this.url}/${new URL(link).hash}`;
    });
  }

  /** Lines that no healthy run contains. */
  async reportedErrors(): Promise<string[]> {
    const lines: ProcessLine[] = [];
    for (const name of containerNames) {
      const said = await run('docker', ['logs', await this.container(name)], { maxBuffer: 64 * 1024 * 1024 });
      for (const text of `${said.stdout}\n${said.stderr}`.split('\n')) lines.push({ from: name, text });
    }
    return reportedErrorsIn(lines);
  }

  log(): Promise<string> {
    return this.compose('logs', '--no-color', '--tail', '30');
  }

  /** Removes containers, volumes, networks and images. */
  async end(): Promise<void> {
    await this.compose('down', '--volumes', '--remove-orphans', '--rmi', 'local', '--timeout', '2');
    // `down --rmi local` keeps images that have a name of their own.
    await docker('image', 'rm', '--force', `${this.project}-init`);
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Runs a Compose command with files as stdin and stdout. */
  private async redirected(
    parameters: readonly string[],
    { input = '/dev/null', output = '/dev/null' },
  ): Promise<void> {
    await using from = await open(input, 'r');
    await using to = await open(output, 'w');
    const [program, ...words] = this.commandLine(parameters);
    const child = spawn(program, words, { env: this.environment, stdio: [from.fd, to.fd, 'pipe'] });
    let errorOutput = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (errorOutput += text));
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`${parameters.join(' ')} failed.\n${errorOutput}`);
  }

  private commandLine(parameters: readonly string[]): [string, ...string[]] {
    return [...this.command, '--env-file', this.settings, ...parameters];
  }

  /** Uses the classic builder: docker-compose 1.29 and machines without buildx have no other. */
  private get environment(): NodeJS.ProcessEnv {
    const builder = { DOCKER_BUILDKIT: '0', COMPOSE_DOCKER_CLI_BUILD: '0' };
    return { ...process.env, ...builder, COMPOSE_PROJECT_NAME: this.project };
  }

  private get settings(): string {
    return join(this.folder, 'settings.env');
  }

  private async writeSettings(): Promise<void> {
    const settings = {
      ...this.ports,
      COMPOSE_PROFILES: 'turn,bots',
      TURN_HOST: this.address,
      // Tests send faster than people.
      RATE_LIMIT_FACTOR: 1_000,
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
    await writeFile(this.settings, `${lines.join('\n')}\n`);
  }

  private async isHealthy(): Promise<true | undefined> {
    const ids = await Promise.all(containerNames.map((name) => this.container(name)));
    const states = await docker('inspect', '--format', '{{.State.Health.Status}}', ...ids);
    return states.split('\n').every((state) => state === 'healthy') || undefined;
  }
}
