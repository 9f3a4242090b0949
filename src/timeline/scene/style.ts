/** How each class of mark looks, in tokens: one table for the page, the command line and the tests. */

const TOKENS = [
  'bg',
  'panel',
  'sub',
  'line',
  'edge',
  'ink',
  'ink2',
  'ink3',
  'data',
  'ok',
  'doubt',
  'doubt-fill',
  'loss',
  'txn',
  'data-tint',
  'ok-tint',
  'doubt-tint',
  'loss-tint',
  'txn-tint',
  'on',
  'shadow',
  'font-words',
  'font-code',
] as const
export type Token = (typeof TOKENS)[number]
export type Paint = Token | 'hatch-doubt' | 'none'

export interface MarkStyle {
  readonly fill?: Paint
  readonly stroke?: Paint
  readonly width?: number
  readonly dash?: string
  readonly round?: boolean
  readonly opacity?: number
}

const line = (stroke: Token, width: number, dash?: string): MarkStyle => ({
  fill: 'none',
  stroke,
  width,
  ...(dash === undefined ? {} : { dash }),
})
const dots = (stroke: Token, width: number, dash: string): MarkStyle => ({ ...line(stroke, width, dash), round: true })
const text = (fill: Token): MarkStyle => ({ fill })

const styles = {
  'cluster-tint': { fill: 'sub', opacity: 0.5 },
  'area-line': line('line', 1),
  'fold-fill': { fill: 'sub', opacity: 0.85 },
  'open-fold-fill': { fill: 'sub', opacity: 0.5 },
  'fold-edge': line('edge', 1),
  'quiet-dot': { fill: 'edge' },
  'lane-line': line('edge', 1.25),
  'lane-line-leader': line('ink2', 2.25),
  'lane-line-behind': line('edge', 1.25, '7 5'),
  'lane-line-down': dots('edge', 1.25, '1.5 5'),
  'ruler-tick': line('edge', 1.25),
  pin: { fill: 'loss' },
  'pin-unused': { fill: 'edge' },
  'message-produce': line('data', 2),
  'message-ack': line('ok', 1.5),
  'message-error': line('doubt', 1.75, '7 3'),
  'message-replication': line('edge', 1.1),
  'message-delivery': dots('ink2', 1.25, '1.5 4'),
  'message-effect': line('ink', 1.5),
  'message-reply': line('edge', 1.25),
  'message-commit': line('ink2', 1.25, '5 2'),
  'commit-tick': { ...line('ink2', 2), round: true },
  'message-decision': line('ink2', 1.25),
  'message-call': line('ink2', 1.25),
  'message-told': line('doubt', 1.25, '4 3'),
  'message-copy': line('data', 2, '2 4'),
  'far-data': line('data', 1),
  'far-ok': line('ok', 1),
  'far-doubt': line('doubt', 1, '5 3'),
  'far-edge': line('edge', 1),
  'far-ink': line('ink', 1),
  'far-delivery': line('ink2', 1, '1.5 3'),
  'message-quiet': line('edge', 1),
  'message-gone': { ...dots('loss', 1.25, '1 5'), opacity: 0.85 },
  'silent-line': dots('loss', 1.5, '1 4.5'),
  'silent-end': { ...line('loss', 2), round: true },
  'ended-tick': { ...line('loss', 2), round: true },
  'reconnected-tick': { ...line('edge', 2), round: true },
  'wait-at-broker': line('edge', 3),
  'bar-doubt': { fill: 'hatch-doubt', stroke: 'doubt', width: 1 },
  'bar-wait': { fill: 'panel', stroke: 'edge', width: 1 },
  'bar-patch': { fill: 'doubt-tint' },
  'bar-acked': { fill: 'ok-tint' },
  'bar-failed': { fill: 'doubt-tint' },
  'cell-leader-only': { fill: 'panel', stroke: 'data', width: 1.5, dash: '3.5 2.5' },
  'cell-replicated': { fill: 'data-tint', stroke: 'data', width: 1.5 },
  'cell-second': { fill: 'loss-tint', stroke: 'loss', width: 2 },
  'cell-duplicate': { fill: 'panel', stroke: 'doubt', width: 1.5, dash: '2 3' },
  'cell-refused': { fill: 'doubt-tint', stroke: 'doubt', width: 1.75, dash: '2 3' },
  'cell-gone': { fill: 'panel', stroke: 'loss', width: 1.75, dash: '0.5 4', round: true },
  'duplicate-stroke': { ...line('doubt', 1.75), round: true },
  'gap-bar': line('doubt', 3),
  'cell-leader': line('edge', 1),
  'cell-tick-leader-only': line('data', 2, '3 2'),
  'cell-tick-replicated': line('data', 2),
  'cell-tick-gone': dots('loss', 2, '0.5 3'),
  'cell-tick-second': line('loss', 2.5),
  watermark: { ...line('data', 2), round: true },
  'chip-sent': { fill: 'data', stroke: 'data', width: 1.75 },
  'chip-far': { fill: 'data' },
  'chip-waiting': { fill: 'panel', stroke: 'data', width: 1.75 },
  'chip-delivered': { fill: 'sub', stroke: 'edge', width: 1.25 },
  'receipt-second': { fill: 'loss-tint', stroke: 'loss', width: 2 },
  'receipt-tick': line('ink', 2),
  'receipt-tick-undone': line('doubt', 2, '2 2'),
  'receipt-tick-second': line('loss', 2.5),
  receipt: { fill: 'panel', stroke: 'ink2', width: 1.25 },
  'timeout-tick': line('doubt', 2.25),
  'loss-disc': { fill: 'loss' },
  'loss-glyph': { fill: 'none', stroke: 'on', width: 2, round: true },
  'decision-dot': { fill: 'ink2' },
  'state-dot': { fill: 'edge' },
  'timer-bar': { ...line('edge', 2), opacity: 0.75 },
  'leader-tag': { fill: 'ink', stroke: 'ink', width: 1 },
  'leader-pole': line('ink', 2),
  'cut-rail': line('loss', 1.5, '6 4'),
  'pause-box': { fill: 'sub', stroke: 'edge', width: 1.25 },
  'pause-bar': { ...line('ink2', 2.5), round: true },
  'lag-tick': { ...line('loss', 2), round: true },
  'ring-back': { fill: 'panel', stroke: 'ink2', width: 2 },
  'check-ok': { fill: 'none', stroke: 'ok', width: 2.1, round: true },
  'cross-doubt': { fill: 'none', stroke: 'doubt', width: 2, round: true },
  'text-ink': text('ink'),
  'text-ink2': text('ink2'),
  'text-ink3': text('ink3'),
  'text-data': text('data'),
  'text-ok': text('ok'),
  'text-doubt': text('doubt'),
  'text-loss': text('loss'),
  'text-on': text('on'),
  'text-panel': text('panel'),
} as const satisfies Readonly<Record<string, MarkStyle>>

export type MarkClass = keyof typeof styles
export type TextClass = Extract<MarkClass, `text-${string}`>
export const styleOf = (mark: MarkClass): MarkStyle => styles[mark]

/** What lies ahead: marks and words, in per cent of their own colour. */
export const FAINT = { light: { marks: 0.36, words: 0.55 }, dark: { marks: 0.44, words: 0.62 } } as const
/** What stands on a solid mark is as faint as the mark already; letters in chips and cells belong to their marks. */
export const faintOf = (mark: {
  readonly shape: string
  readonly layer: string
  readonly class: MarkClass
}): 'marks' | 'words' | null => {
  if (mark.class === 'text-on' || mark.class === 'text-panel' || mark.class === 'loss-glyph') return null
  return mark.shape === 'text' && mark.layer !== 'chip' && mark.layer !== 'cell' ? 'words' : 'marks'
}
/** The part of a message that is still to come while it is in the air. */
export const AHEAD = 0.28
