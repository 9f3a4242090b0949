/** The only door: every sentence a person reads comes through here. A second language is a second folder beside `en`. */
export { batchName } from './en/batchName.ts'
export { eventWords, inOneLine, sayEvent } from './en/events.ts'
export { faultChoiceWords, faultParamWords, neverWord } from './en/faultParams.ts'
export {
  faultKindWords,
  faultTitle,
  faultWordsOf,
  sayStruck,
  sayUnused,
  tcpSentence,
} from './en/faults.ts'
export { type DropReason, droppedTitle, type LeftOut, sayDropped, sayLeftOut } from './en/links.ts'
export {
  brokersNumbered,
  capital,
  messageNamed,
  type Names,
  namesFor,
  partsOfName,
} from './en/names.ts'
export { sayQuietChange, sayRunProblem, sayWayOut } from './en/problems.ts'
export { ruleOf } from './en/rules.ts'
export type { AnyEvent, EventKind, EventNamed, Said } from './en/said.ts'
export { sayNote } from './en/settingNotes.ts'
export { configWords } from './en/settings.ts'
export { type LabSetting, labWords } from './en/settingsLab.ts'
export { simplified } from './en/simplified.ts'
export { storyGroups } from './en/stories/storyGroups.ts'
export type { StoryGroup, StoryWords } from './en/stories/storyWords.ts'
export { type SumFacts, sumOf } from './en/sum.ts'
export { atTime, lasting, lastingInWords, listed, plural } from './en/time.ts'
export {
  countsInWords,
  effectDone,
  endOf,
  type Judged,
  judge,
  sayBelief,
  summaryOf,
} from './en/verdict.ts'
