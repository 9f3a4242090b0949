import type { ReactElement } from 'react'
import type { Primitive } from '../../timeline/index.ts'
import { Mark } from './Mark.tsx'

/** One element per mark, as long as the mark is the same: React does not look into what it has drawn already. */
const drawn = new WeakMap<Primitive, ReactElement>()

export const elementOf = (mark: Primitive): ReactElement => {
  const known = drawn.get(mark) ?? <Mark key={mark.id} mark={mark} isNew={false} />
  drawn.set(mark, known)
  return known
}
