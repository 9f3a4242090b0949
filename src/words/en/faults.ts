import type { Fault, FaultKind, UnusedReason } from '../../engine/index.ts'
import { type FaultWords, param } from './faultWords.ts'
import { callFaultWords } from './faultsOfCalls.ts'
import { capital, cargoNamed, messageNamed, type Names, partsOfName } from './names.ts'
import type { Said } from './said.ts'
import { atTime, lasting } from './time.ts'

const backAfter = (fault: Fault): string => {
  const down = param(fault, 'down')
  return typeof down === 'number' ? `It is back after ${lasting(down)}.` : 'It does not come back.'
}

const forSoLong = (fault: Fault): string => {
  const length = param(fault, 'for')
  return typeof length === 'number' ? ` for ${lasting(length)}` : ''
}

const fetchesAgain = (fault: Fault): string => {
  const length = param(fault, 'for')
  return typeof length === 'number' ? `It fetches again after ${lasting(length)}.` : 'It does not fetch again.'
}

const cutFrom = (fault: Fault, names: Names): string => {
  const from = param(fault, 'from')
  return typeof from === 'string' && from !== 'everyone' ? names.actor(from) : 'everyone'
}

const lateBy = (fault: Fault): string => {
  const by = param(fault, 'by')
  return typeof by === 'number' ? ` by ${lasting(by)}` : ''
}

const withCode = (fault: Fault): string => {
  const code = param(fault, 'code') ?? param(fault, 'error')
  return typeof code === 'string' ? ` with ${code}` : ''
}

/** One entry per kind: a new kind of fault does not compile before it has words. */
export const faultKindWords: { readonly [Kind in FaultKind]: FaultWords } = {
  silent: {
    title: 'lost in silence',
    menu: 'Lost, and nothing after it gets through',
    means: 'A cable, a switch or a firewall drops it and all that follows; nobody is told.',
    struck: (what) => ({
      head: `${capital(what)} is lost.`,
      body: 'Nothing after it gets through on this connection.',
    }),
    doesNotFit: 'It does not travel over a connection.',
  },
  break: {
    title: 'connection broken',
    menu: 'The connection breaks here',
    means: 'The connection ends: what is in the air on it is gone, and the client knows at once.',
    struck: (_what, fault, names) => ({
      head: `The connection breaks with ${'before' in fault.aim ? cargoNamed(fault.aim.before, names) : 'something'} in the air.`,
    }),
    doesNotFit: 'It does not travel over a connection.',
  },
  late: {
    title: 'late',
    menu: 'Late, with all behind it',
    means: 'The network holds it back; what is behind it in the same direction waits as well.',
    struck: (what, fault) => ({
      head: `${capital(what)} is late${lateBy(fault)}.`,
      body: 'What is behind it lands no earlier.',
    }),
    doesNotFit: 'It does not travel over a connection, or it is late already.',
  },
  refuse: {
    title: 'refused once',
    menu: 'Refused once',
    means: 'The broker stores nothing and answers with an error that may be tried again.',
    struck: (what, fault) => ({
      head: `${capital(what)} is refused once${withCode(fault)}.`,
      body: 'Nothing is stored.',
    }),
    doesNotFit: 'Only a request with records can be refused.',
  },
  ...callFaultWords,
  crash: {
    title: 'crash',
    menu: 'Crashes here',
    means: 'The process is gone, and its memory with it; what is on disk stays.',
    struck: (what, fault) => ({
      head:
        param(fault, 'disk') === 'lost' ? `${capital(what)} crashes and loses its disk.` : `${capital(what)} crashes.`,
      body: backAfter(fault),
    }),
    doesNotFit: 'It is down already, or it cannot crash in this version.',
  },
  pause: {
    title: 'paused',
    menu: 'Stands still for a while',
    means: 'A long garbage collection, a frozen machine: nothing is handled, and nobody is told.',
    struck: (what, fault) => ({
      head: `${capital(what)} stands still${forSoLong(fault)}.`,
      body: 'Its connections stay.',
    }),
    doesNotFit: 'It is down or stands still already.',
  },
  'cut-off': {
    title: 'cut off',
    menu: 'Cut off',
    means: 'A network partition: it runs on, and nothing passes between it and the others.',
    struck: (what, fault, names) => ({
      head: `${capital(what)} is cut off from ${cutFrom(fault, names)}${forSoLong(fault)}.`,
      body: param(fault, 'noticed') === 'yes' ? 'Its connections break at once.' : 'Nobody is told.',
    }),
    doesNotFit: 'It is down or cut off already, or there is nobody of that name to cut it off from.',
  },
  'falls-behind': {
    title: 'falls behind',
    menu: 'Falls behind',
    means: 'A follower is too slow and stops fetching; after a while it is out of the ISR.',
    struck: (what, fault) => ({ head: `${capital(what)} falls behind.`, body: fetchesAgain(fault) }),
    doesNotFit: 'Only a follower that fetches can fall behind.',
  },
  shutdown: {
    title: 'shut down in order',
    menu: 'Shut down in order',
    means: 'Somebody stops the broker as it should be stopped: first others take over what it leads.',
    struck: (what, fault) => ({ head: `${capital(what)} is shut down in order.`, body: backAfter(fault) }),
    doesNotFit: 'Only a broker that is up can be shut down.',
  },
}

/** null: a kind this version does not know. */
export const faultWordsOf = (kind: string): FaultWords | null =>
  Object.hasOwn(faultKindWords, kind) ? faultKindWords[kind as FaultKind] : null

/** What a fault is aimed at, in the middle of a sentence: `the answer to C`, `the producer`. */
export const aimInWords = (fault: Fault, names: Names): string => {
  if (fault.node !== undefined) return names.actor(fault.node)
  return 'before' in fault.aim ? messageNamed(fault.aim.before, names) : `what happens at ${atTime(fault.aim.at)}`
}

export const sayStruck = (fault: Fault, names: Names): Said =>
  faultWordsOf(fault.kind)?.struck(aimInWords(fault, names), fault, names) ?? {
    head: `A fault strikes: ${fault.kind}.`,
  }

/** `lost in silence: the answer to C`. */
export const faultTitle = (fault: Fault, names: Names): string =>
  `${faultWordsOf(fault.kind)?.title ?? fault.kind}: ${aimInWords(fault, names)}`

const UNUSED: { readonly [Reason in UnusedReason]: (fault: Fault, names: Names) => string } = {
  'name-never-came': (fault, names) => `${capital(aimInWords(fault, names))} is never sent in this run.`,
  'does-not-fit': (fault) => faultWordsOf(fault.kind)?.doesNotFit ?? 'It does not fit what it is aimed at.',
  'after-the-end': () => 'The run is over before.',
  malformed: () => 'Something in it cannot be read.',
  'unknown-kind': (fault) => `This version does not know the fault ${fault.kind}.`,
}

/** Why a fault of the plan does nothing; `acks`: what the producer that sends is set to. */
export const sayUnused = (fault: Fault, reason: UnusedReason, names: Names, acks: -1 | 0 | 1 = -1): string => {
  const api = 'before' in fault.aim ? partsOfName(fault.aim.before)?.api : undefined
  const isAck = reason === 'name-never-came' && api === 'ProduceResponse' && fault.node === undefined
  return isAck && acks === 0 ? 'With acks=0 there is no ack to lose.' : UNUSED[reason](fault, names)
}

/** Why there is no fault that loses a single message. */
export const tcpSentence =
  'TCP never loses one message alone. The sender learns of it when request.timeout.ms closes the connection.'
