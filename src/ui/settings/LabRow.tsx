import type { ReactNode } from 'react'
import { type LabSetting, labWords } from '../../words/index.ts'
import { NumberField } from '../controls/NumberField.tsx'
import { type ChoiceProps, Segmented } from '../controls/Segmented.tsx'
import { Select } from '../controls/Select.tsx'
import { Switch } from '../controls/Switch.tsx'
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

interface LabSwitchProps {
  readonly of: LabSetting
  readonly on: boolean
  readonly onToggle: (on: boolean) => void
}

/** A setting of the Lab that is on or off. */
export function LabSwitch({ of, on, onToggle }: LabSwitchProps) {
  return (
    <LabRow of={of}>
      <Switch label={labWords[of].label} on={on} onToggle={onToggle} />
    </LabRow>
  )
}

interface LabChoiceProps<Value extends string> extends Omit<ChoiceProps<Value>, 'label'> {
  readonly of: LabSetting
  /** On a line of its own. */
  readonly wide?: boolean
  /** As a list to open, for more choices than a row can hold. */
  readonly list?: boolean
}

/** A setting of the Lab that is one of several. */
export function LabChoice<Value extends string>({ of, wide = false, list = false, ...choice }: LabChoiceProps<Value>) {
  const Control = list ? Select : Segmented
  return (
    <LabRow of={of} wide={wide}>
      <Control font="words" label={labWords[of].label} {...choice} />
    </LabRow>
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
