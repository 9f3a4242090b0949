import type { ReactNode } from 'react'
import { type LabSetting, labWords } from '../../words/index.ts'
import { NumberField } from '../controls/NumberField.tsx'
import { Row } from './Row.tsx'

/** A setting of the Lab that is none of Kafka's. */
export function LabRow({ of, wide = false, children }: { of: LabSetting; wide?: boolean; children: ReactNode }) {
  const { label, help } = labWords[of]
  return (
    <Row label={label} help={help} wide={wide}>
      {children}
    </Row>
  )
}

interface NumberProps {
  readonly of: LabSetting
  readonly value: number
  readonly least: number
  readonly most: number
  readonly label?: string
  readonly onFinish: (value: number) => void
}

/** A whole number of the Lab within its bounds; anything else is not taken. */
export function WholeNumber({ of, value, least, most, label = labWords[of].label, onFinish }: NumberProps) {
  const finish = (text: string): boolean => {
    const typed = Number(text)
    if (text === '' || !Number.isInteger(typed)) return false
    onFinish(Math.min(most, Math.max(least, typed)))
    return typed >= least && typed <= most
  }
  return <NumberField short={most < 100_000} label={label} value={String(value)} onFinish={finish} />
}
