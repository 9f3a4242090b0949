/** One thing in which engine and case disagree. */
export interface Difference {
  /** Where in the case, such as `then.offset`. */
  readonly at: string
  readonly expected: string
  readonly got: string
}

/** What comparing came to: differences, and expectations that the engine has no word for. */
export interface Compared {
  readonly differences: readonly Difference[]
  readonly notModelled: readonly string[]
}

export type Verdict =
  | { readonly verdict: 'passed' }
  | { readonly verdict: 'failed'; readonly differences: readonly Difference[] }
  | { readonly verdict: 'not-modelled'; readonly what: string }
  | { readonly verdict: 'skipped'; readonly why: string }

export const agreed: Compared = { differences: [], notModelled: [] }

export const together = (parts: readonly Compared[]): Compared => ({
  differences: parts.flatMap((p) => p.differences),
  notModelled: parts.flatMap((p) => p.notModelled),
})

/** A difference outweighs what could not be looked at; nothing that could not be looked at ever passes. */
export const verdictOf = ({ differences, notModelled }: Compared): Verdict => {
  if (differences.length > 0) return { verdict: 'failed', differences }
  if (notModelled.length > 0) return { verdict: 'not-modelled', what: notModelled.join(', ') }
  return { verdict: 'passed' }
}
