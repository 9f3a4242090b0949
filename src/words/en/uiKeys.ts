export interface KeyLine {
  readonly keys: readonly string[]
  readonly does: string
}

/** The list under `?`. Only keys that do something today. */
export const keyWords = {
  title: 'Keys',
  letters: 'Single letters as keys',
  lettersNote: 'They work while the timeline has focus.',
  motion: 'Less motion',
  motionNote: 'Play steps from event to event.',
  groups: [
    {
      name: 'Time',
      lines: [
        { keys: ['Space'], does: 'play, pause' },
        { keys: ['J', 'K', 'L'], does: 'back, stop, on; again is faster' },
        { keys: ['←', '→'], does: 'previous, next event' },
        { keys: ['Shift ←', 'Shift →'], does: 'previous, next step' },
        { keys: [',', '.'], does: '1 ms back, on' },
        { keys: ['Home', 'End'], does: 'start, end of the run' },
        { keys: ['[', ']'], does: 'previous, next fault' },
      ],
    },
    {
      name: 'The selected message or actor',
      lines: [
        { keys: ['↑', '↓'], does: 'lane up, down' },
        { keys: ['Enter'], does: 'what can go wrong here' },
        { keys: ['X'], does: 'lost, and nothing after it gets through' },
        { keys: ['Shift X'], does: 'the connection breaks' },
        { keys: ['D'], does: 'late, with all behind it' },
        { keys: ['R'], does: 'refused once' },
        { keys: ['C'], does: 'crash, at the playhead' },
        { keys: ['G'], does: 'stand still for a while' },
        { keys: ['N'], does: 'cut off from the others' },
        { keys: ['Del'], does: 'remove the fault' },
        { keys: ['Esc'], does: 'close, then clear the selection' },
      ],
    },
    {
      name: 'Picture and settings',
      lines: [
        { keys: ['+', '−', '0'], does: 'zoom in, out, fit' },
        { keys: ['F'], does: 'open or close a fold' },
        { keys: ['H'], does: 'what lies ahead: faint, full, hidden' },
        { keys: ['1', '2', '3'], does: 'contract' },
        { keys: ['S'], does: 'settings' },
        { keys: ['Ctrl Z'], does: 'undo' },
        { keys: ['Shift Ctrl Z'], does: 'redo' },
        { keys: ['?'], does: 'this list' },
      ],
    },
  ] as readonly { readonly name: string; readonly lines: readonly KeyLine[] }[],
} as const
