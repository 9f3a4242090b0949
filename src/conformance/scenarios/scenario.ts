/** A case of the produce path or of fail-over, played: it says for what it was written, and answers in the words of the cases. */
export interface Scenario {
  readonly id: string
  readonly given: object
  readonly when: object
  readonly play: () => object
}
