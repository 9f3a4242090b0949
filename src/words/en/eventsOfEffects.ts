import type { EffectKind, RecordName } from '../../engine/index.ts'
import { capital } from './names.ts'
import type { SayEach } from './said.ts'
import { atTime, lasting } from './time.ts'

type EffectEvent =
  | 'effect-called'
  | 'effect-happened'
  | 'effect-skipped'
  | 'effect-failed'
  | 'effect-confirmed'
  | 'effect-call-failed'
  | 'effect-in-doubt'

interface EffectWords {
  /** After `The reader asks …`. */
  readonly asked: (record: RecordName) => string
  readonly happened: (record: RecordName) => string
  /** Behind `A call for it is known as a repeat:` and the like. */
  readonly undone: string
}

/** What readers do outside Kafka. */
export const effects: { readonly [Kind in EffectKind]: EffectWords } = {
  card: {
    asked: (r) => `for $20 for ${r}`,
    happened: (r) => `The card is charged $20 for ${r}.`,
    undone: 'Nothing is charged.',
  },
  'e-mail': {
    asked: (r) => `for an e-mail about ${r}`,
    happened: (r) => `The e-mail about ${r} is sent.`,
    undone: 'No e-mail is sent.',
  },
  row: {
    asked: (r) => `for a row for ${r}`,
    happened: (r) => `The row for ${r} is written.`,
    undone: 'No row is added.',
  },
  counter: { asked: (r) => `to count ${r}`, happened: (r) => `${r} is counted.`, undone: 'Nothing is counted.' },
  frame: { asked: (r) => `to show frame ${r}`, happened: (r) => `Frame ${r} is shown.`, undone: 'Nothing is shown.' },
  typing: {
    asked: (r) => `to show that Ana is typing, for ${r}`,
    happened: (r) => `“Ana is typing” is shown for ${r}.`,
    undone: 'Nothing is shown.',
  },
}

const SKIPPED: { readonly [Because in 'dedup' | 'upsert' | 'conditional']: (who: string, record: string) => string } = {
  dedup: (who, record) => `${who} has kept ${record}: it knows the repeat.`,
  upsert: (_who, record) => `${record} is set to the same value once more.`,
  conditional: (who, record) => `${who} refuses the second write for ${record}: its key stands.`,
}
const CHANGES_NOTHING = { dedup: null, upsert: 'Nothing changes.', conditional: null } as const

/** Calls to the world outside Kafka, and what becomes of them. */
export const effectEvents: SayEach<EffectEvent> = {
  'effect-called': (event, names) => {
    const who = capital(names.actor(event.node))
    const what = effects[event.effect].asked(event.record)
    return { head: event.attempt > 1 ? `${who} asks again ${what}: try ${event.attempt}.` : `${who} asks ${what}.` }
  },
  'effect-happened': (event) => ({
    head: effects[event.effect].happened(event.record),
    body: bodyOf(event.times, event.guard),
  }),
  'effect-skipped': (event, names) => ({
    head: SKIPPED[event.because](capital(names.actor(event.node)), event.record),
    body: CHANGES_NOTHING[event.because] ?? effects[event.effect].undone,
  }),
  'effect-failed': (event, names) => ({
    head: `The call for ${event.record} fails. ${effects[event.effect].undone}`,
    body: event.said
      ? `${capital(names.actor(event.node))} says so.`
      : `${capital(names.actor(event.node))} says nothing.`,
  }),
  'effect-confirmed': (event, names) => ({
    head:
      event.outcome === 'refused'
        ? `${capital(names.actor(event.node))} is refused for ${event.record}, and reads back that its own write stands.`
        : `${capital(names.actor(event.node))} hears that it was done for ${event.record}.`,
  }),
  'effect-call-failed': (event, names) => ({
    head: `${capital(names.actor(event.node))} hears that nothing was done for ${event.record}.`,
    body: `It calls again at ${atTime(event.again)}.`,
  }),
  'effect-in-doubt': (event, names) => ({
    head: `${capital(names.actor(event.node))} cannot know whether it was done for ${event.record}.`,
    body: `${event.because === 'no-answer' ? 'No answer came in time' : 'The connection ended before the answer'}, so it will call again.`,
  }),
}

const bodyOf = (times: number, guard: { readonly kind: string; readonly windowMs?: number } | null): string => {
  const kept = guard?.windowMs === undefined ? null : lasting(guard.windowMs)
  if (times === 1)
    return kept === null ? 'Kafka knows nothing of it and cannot undo it.' : `Its name is kept with it for ${kept}.`
  const often = times === 2 ? 'This is the second time' : `This is time ${times}`
  return kept === null
    ? `${often}: nothing tells a repeat from a new call.`
    : `${often}: what was kept for ${kept} is forgotten.`
}
