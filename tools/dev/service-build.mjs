import { context } from 'esbuild';
import { join } from 'node:path';
import { serviceBundle } from '../machine/service-bundle.mjs';
import { workspace } from '../machine/workspace.mjs';

/** Builds one service and knows which files went into the build. */
export class ServiceBuild {
  #name;
  #context;
  #inputs;

  static async of(name, outdir) {
    const build = new ServiceBuild();
    build.#name = name;
    build.#context = await context({ ...serviceBundle(name, outdir), metafile: true });
    return build;
  }

  /** @returns {Promise<boolean>} whether the build succeeded; esbuild reports errors on stderr */
  async run() {
    try {
      const { metafile } = await this.#context.rebuild();
      this.#inputs = new Set(Object.keys(metafile.inputs).map((path) => join(workspace, path)));
      return true;
    } catch {
      // After a failed build, a change to any file may fix it.
      this.#inputs = undefined;
      return false;
    }
  }

  isMadeFrom(path) {
    if (this.#inputs) return this.#inputs.has(path);
    return path.startsWith(join(workspace, 'libs')) || path.startsWith(join(workspace, 'apps', this.#name));
  }
}
