import { useState } from 'react'
import { LONGEST_WINDOW } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { NumberField } from '../controls/NumberField.tsx'
import { Select } from '../controls/Select.tsx'
import css from './Settings.module.css'

const units = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const
type Unit = keyof typeof units
const names = Object.keys(units) as readonly Unit[]
const choices = names.map((value) => ({ value, label: settingWords.units[value] }))

/** The largest unit that says a length in whole numbers. */
export const unitFor = (ms: number): Unit =>
  names.findLast((unit) => ms >= units[unit] && ms % units[unit] === 0) ?? 'ms'

interface Props {
  readonly label: string
  readonly ms: number
  readonly onFinish: (ms: number) => void
}

/** A length of time as a number and its unit: another unit keeps the number. */
export function Length({ label, ms, onFinish }: Props) {
  const [chosen, setChosen] = useState<Unit>(() => unitFor(ms))
  // What came from elsewhere, by undo or by link, is said in whole numbers.
  const unit = ms % units[chosen] === 0 ? chosen : unitFor(ms)
  const finish = (count: number, per: Unit): boolean => {
    const length = count * units[per]
    if (!Number.isInteger(length) || length < 0 || length > LONGEST_WINDOW) return false
    setChosen(per)
    onFinish(length)
    return true
  }
  return (
    <span className={css.withUnit}>
      <NumberField
        short
        label={label}
        value={String(ms / units[unit])}
        onFinish={(typed) => typed !== '' && finish(Number(typed), unit)}
      />
      <Select
        font="words"
        label={settingWords.unit}
        choices={choices}
        value={unit}
        onChoose={(per) => finish(ms / units[unit], per)}
      />
    </span>
  )
}
