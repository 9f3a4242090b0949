import type { Fault } from '../../engine/index.ts'
import { type FaultWords, param } from './faultWords.ts'
import { capital } from './names.ts'
import { lasting } from './time.ts'

const copyAfter = (fault: Fault): string => {
  const after = param(fault, 'after')
  return typeof after === 'number' && after > 0 ? `${lasting(after)} behind it` : 'with it'
}

/** What can happen to calls to the world outside Kafka. */
export const callFaultWords: { readonly [Kind in 'call-fails' | 'reply-lost' | 'twice']: FaultWords } = {
  'call-fails': {
    title: 'call fails',
    menu: 'The call fails',
    means: 'The service is down, or refuses for now: nothing is done.',
    struck: (what, fault) => ({
      head: `${capital(what)} fails. Nothing is done.`,
      body:
        param(fault, 'answer') === 'nothing'
          ? 'The caller hears nothing, so it cannot know.'
          : 'The caller is told, and calls again.',
    }),
    doesNotFit: 'Only a call to the world outside can fail.',
  },
  'reply-lost': {
    title: 'reply lost',
    menu: 'The reply is lost',
    means: 'It was done, and the caller does not hear of it: from there it looks as if it had failed.',
    struck: (what) => ({
      head: `${capital(what)} is lost.`,
      body: 'It was done, and the caller does not know.',
    }),
    doesNotFit: 'Only the reply of the world outside can be lost like this.',
  },
  twice: {
    title: 'arrives twice',
    menu: 'Arrives twice',
    means: 'Something on the way makes the call once more: a proxy, a gateway, a queue.',
    struck: (what, fault) => ({
      head: `${capital(what)} arrives twice.`,
      body: `The copy comes ${copyAfter(fault)}.`,
    }),
    doesNotFit: 'Only calls to the world outside arrive twice: TCP makes no copies.',
  },
}
