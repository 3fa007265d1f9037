import fs from 'node:fs';

/** What the kernel counts process times in for programs, on every Linux. */
const TICKS_PER_SECOND = 100;

/**
 * Seconds of CPU time (user and system) that this process has taken, with that of its children that have ended, and of theirs.
 * @returns {{ user: number, system: number, whole: boolean }} whole: false where the system does not tell of children
 */
export function cpuTime() {
  const { user, system } = process.cpuUsage();
  const children = timesOfChildren();
  return {
    user: user / 1e6 + (children?.user ?? 0),
    system: system / 1e6 + (children?.system ?? 0),
    whole: children !== undefined,
  };
}

function timesOfChildren() {
  try {
    const stat = fs.readFileSync('/proc/self/stat', 'utf8');
    // The name of the program may hold spaces, so counting begins behind it; see proc_pid_stat(5).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { user: Number(fields[13]) / TICKS_PER_SECOND, system: Number(fields[14]) / TICKS_PER_SECOND };
  } catch {
    return undefined;
  }
}
