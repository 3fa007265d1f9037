import { processOf, freePort, type TestProcess } from '../../support/processes.js';
import { partPlayer, type Part, type Player } from './player.js';

/** What the processes of a part are started with. */
export type PartSettings = {
  readonly env: Readonly<Record<string, string>>;
  /** Folder of the build that is installed when it starts, undefined for `dist`. */
  readonly dist: () => string | undefined;
};

/** A process of Relais with where it can be reached. */
export type PartPlayer = Player & Pick<TestProcess, 'url'>;

/** While a fault lasts a process may be unable to serve for long. */
const patience = 900_000;

/** A process of a part that is not started yet; it serves when it says that all it needs is there. */
export async function makePart(part: Part, number: number, { env, dist }: PartSettings): Promise<PartPlayer> {
  const port = await freePort();
  const name = `${part}-${number}`;
  const process = processOf({
    name,
    file: `apps/${part}/main.js`,
    port,
    env: { ...env, [part === 'api' ? 'PORT' : 'HEALTH_PORT']: String(port) },
    ready: '/health/ready',
    patience,
  });
  const player = partPlayer(name, process);
  const installed = () => {
    const folder = dist();
    return folder === undefined ? {} : { dist: folder };
  };
  return {
    ...player,
    restart: (otherwise) => player.restart({ ...installed(), ...otherwise }),
    url: process.url,
  };
}
