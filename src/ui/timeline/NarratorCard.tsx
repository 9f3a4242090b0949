import { type Card, path, toTheRight } from '../../timeline/index.ts'
import css from './NarratorCard.module.css'

interface Props {
  readonly card: Card
  readonly width: number
  readonly height: number
}

/** The words at the event, and the line that ties them to it. */
export function NarratorCard({ card, width, height }: Props) {
  const { box, joint } = card
  return (
    <>
      {joint === null ? null : (
        <svg className={css.over} width={width} height={height} aria-hidden="true">
          <path d={path([joint.a, joint.b], toTheRight)} />
          <circle cx={joint.b.along} cy={joint.b.across} r={2.5} />
        </svg>
      )}
      <div
        className={css.card}
        style={{ left: box.along, top: box.across, width: box.length }}
        aria-hidden="true"
        data-card=""
      >
        {card.head.map((line) => (
          <span key={line} className={css.head}>
            {line}
          </span>
        ))}
        {card.body.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </div>
    </>
  )
}
