/** A row of the tables of rules that are made slightly wrong. */
export interface Mutation {
  /** What becomes wrong, as a sentence about the mutant. */
  readonly rule: string
  /** The file, from `src/engine/kafka`. */
  readonly file: string
  readonly mutate: (original: unknown) => object
  /** Cases, recordings and runs that must notice. */
  readonly cases?: readonly string[]
  readonly recordings?: readonly string[]
}

/** A row whose mutant is typed like the file it replaces. */
export const mutant = <M extends object>(
  row: Omit<Mutation, 'mutate'> & { readonly mutate: (original: M) => Partial<M> },
): Mutation => row as Mutation
