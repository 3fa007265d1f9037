import fs from 'node:fs';

const ticksPerSecond = 100;
const pageBytes = 4096;

/** What a process has used: CPU seconds since its start, resident memory in MB. */
export type Usage = { readonly cpu: number; readonly memory: number };

/** What a process of this machine has used so far; nothing when it is gone or the system has no `/proc`. */
export function usageOf(pid: number): Usage {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold blanks: field 3 of proc(5) comes first.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const resident = Number(fs.readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return {
      cpu: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
      memory: (resident * pageBytes) / 1e6,
    };
  } catch {
    return { cpu: 0, memory: 0 };
  }
}

/** The same with all descendants, for a server of several processes; shared pages count in each of them. */
export function usageOfTree(pid: number): Usage {
  return [pid, ...descendantsOf(pid)].map(usageOf).reduce((sum, one) => ({
    cpu: sum.cpu + one.cpu,
    memory: sum.memory + one.memory,
  }));
}

function descendantsOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of fs.readdirSync('/proc')) {
    try {
      const stat = fs.readFileSync(`/proc/${Number(name)}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // Not a process, or it ended meanwhile.
    }
  }
  const below = (one: number): number[] =>
    [...parents].filter(([, parent]) => parent === one).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}
