import type { faultWords } from './uiFaults.ts'

/**
 * What the keys do, for the list under `?`. The keys themselves stand in `app/keymap.ts`: it has to name one for every
 * sentence here, so that the list cannot promise what no key does. The keys of faults come from `faultWords.keys`.
 */
export const keyWords = {
  title: 'Keys',
  letters: 'Single letters as keys',
  lettersNote: 'They work while the timeline has focus.',
  motion: 'Less motion',
  motionNote: 'Play steps from event to event.',
  /** Kept by their browser names elsewhere; here as they stand on keyboards. */
  names: {
    ' ': 'Space',
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
    Delete: 'Del',
    Escape: 'Esc',
    '-': '−',
    '=': '+',
  } as Readonly<Record<string, string>>,
  groups: { time: 'Time', target: 'The selected message or actor', picture: 'Picture and settings' },
  does: {
    play: 'play, pause',
    shuttle: 'back, stop, on; again is faster',
    events: 'previous, next event',
    steps: 'previous, next step, or caption of a story',
    millis: '1 ms back, on',
    ends: 'start, end of the run',
    goTo: 'go to a time',
    faults: 'previous, next fault',
    lanes: 'lane up, down',
    menu: 'what can go wrong here',
    remove: 'remove the fault',
    close: 'close, then clear the selection',
    zoom: 'zoom in, out, fit',
    fold: 'open or close a fold',
    table: 'event table, and back',
    future: 'what lies ahead: faint, full, hidden',
    contract: 'contract',
    settings: 'settings',
    undo: 'undo',
    redo: 'redo',
    list: 'this list',
  },
  strikes: {
    silent: 'lost, and nothing after it gets through',
    break: 'the connection breaks',
    late: 'late, with all behind it',
    refuse: 'refused once',
    twice: 'arrives twice, a call to the world outside',
    crash: 'crash, at the playhead',
    pause: 'stand still for a while',
    'cut-off': 'cut off from the others',
  } satisfies Readonly<Record<keyof typeof faultWords.keys, string>>,
} as const
