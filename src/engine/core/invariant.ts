/** Our own mistakes are exceptions; the run up to there stays usable (see `run`). */
export const invariant: (condition: unknown, whyItMustHold: string) => asserts condition = (condition, whyItMustHold) => {
  if (!condition) throw new Error(`invariant: ${whyItMustHold}`)
}
