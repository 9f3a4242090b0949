/** Parameters of faults, by their keys in the registry. */
export const faultParamWords: Readonly<Record<string, string>> = {
  down: 'back after',
  code: 'with',
  error: 'with',
  by: 'late by',
  after: 'copy after',
  answer: 'it says',
  for: 'for',
  disk: 'disk',
  from: 'from',
  way: 'way',
  noticed: 'noticed',
}
/** Values of parameters that are no numbers. */
export const faultChoiceWords: Readonly<Record<string, string>> = {
  'controller-1': 'the controller',
  'broker-1': 'broker 1',
  'broker-2': 'broker 2',
  'broker-3': 'broker 3',
  'producer-1': 'the producer',
  'consumer-1': 'the reader',
  both: 'both ways',
  in: 'nothing reaches it',
  out: 'nothing it sends arrives',
  error: 'that it failed',
  nothing: 'nothing',
  no: 'in silence',
  yes: 'at once',
}
export const neverWord = 'never'
