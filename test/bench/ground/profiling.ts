/** Options with which Node writes a CPU profile when the process ends. */
export function profilingFlags(): readonly string[] {
  return ['--cpu-prof', '--cpu-prof-dir=.relais/bench/profiles'];
}
