/**
 * Payloads of older versions, brought up to date one version at a time. A version is never changed once it was out:
 * a new shape is a new version, with a step from the one before. `link.test.ts` proves that no step is missing.
 */
export const VERSION = 1

/** From the version that is its key to the next. */
export type Upgrades = Readonly<Record<number, (payload: unknown) => unknown>>

const upgrades: Upgrades = {}

/** The payload in the shape of `to`; undefined where no chain of steps leads there. */
export const upgrade = (payload: unknown, from: number, to: number = VERSION, steps: Upgrades = upgrades): unknown => {
  if (from === to) return payload
  const step = from < to && Object.hasOwn(steps, from) ? steps[from] : undefined
  return step === undefined ? undefined : upgrade(step(payload), from + 1, to, steps)
}

/** Versions from which no step leads on. */
export const missingSteps = (to: number = VERSION, steps: Upgrades = upgrades): readonly number[] =>
  Array.from({ length: to - 1 }, (_, index) => index + 1).filter((version) => !Object.hasOwn(steps, version))
