import { useId } from 'react'
import type { PresetId, SettingsPanel } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import css from './Contract.module.css'

interface Props {
  readonly presets: SettingsPanel['presets']
  readonly changedFrom: string | null
  readonly onChoose: (id: PresetId) => void
}

/** A preset sets values; changing one afterwards shows what it was changed from, with a way back. */
export function Contract({ presets, changedFrom, onChoose }: Props) {
  const name = useId()
  const base = presets.find((preset) => changedFrom === settingWords.changedFrom(preset.name))
  return (
    <fieldset aria-label={settingWords.contract}>
      {presets.map((preset) => (
        <label key={preset.id} className={css.preset}>
          <input type="radio" name={name} checked={preset.chosen} onChange={() => onChoose(preset.id)} />
          <span>{preset.name}</span>
        </label>
      ))}
      {changedFrom ? (
        <p className={css.changed}>
          <span>{changedFrom}</span>
          {base ? (
            <Button
              look="quiet"
              icon="undo"
              className={css.reset}
              aria-label={settingWords.reset}
              title={settingWords.reset}
              onClick={() => onChoose(base.id)}
            />
          ) : null}
        </p>
      ) : null}
    </fieldset>
  )
}
