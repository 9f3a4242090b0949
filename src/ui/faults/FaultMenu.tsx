import type { FaultMenu as Menu, MenuParam, MenuRow } from '../../app/index.ts'
import type { Fault } from '../../engine/index.ts'
import { faultWords } from '../../words/en/ui.ts'
import { faultChoiceWords, neverWord, tcpSentence } from '../../words/index.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon.tsx'
import { Keyed } from '../controls/Keyed.tsx'
import { NumberField } from '../controls/NumberField.tsx'
import { useLab } from '../useApp.ts'
import css from './FaultPopover.module.css'

interface Props {
  readonly menu: Menu
  readonly onDone: () => void
}

/** What can go wrong here. Touch the thing itself: a choice is computed at once, and the menu goes away. */
export function FaultMenu({ menu, onDone }: Props) {
  const { actions } = useLab()
  const remove = (): void => {
    if (menu.existing !== null) actions.removeFault(menu.existing)
    onDone()
  }
  const choose = (fault: Fault): void =>
    menu.existing === null ? actions.addFault(fault) : actions.changeFault(menu.existing, fault)
  return (
    <>
      <h2 className={css.title}>
        <Glyph of={menu.glyph} />
        {menu.title}
      </h2>
      {menu.subtitle === '' ? null : <p className={css.subtitle}>{menu.subtitle}</p>}
      <ul className={css.rows}>
        <li>
          <button type="button" className={css.row} aria-pressed={menu.existing === null} onClick={remove}>
            <span>{menu.quiet}</span>
            {menu.existing === null ? null : <kbd>{faultWords.removeKey}</kbd>}
          </button>
        </li>
        {menu.rows.map((row) => (
          <Choice
            key={row.kind}
            row={row}
            onChoose={() => {
              choose(row.fault)
              onDone()
            }}
            onParam={(key, value) => choose({ ...row.fault, [key]: value })}
          />
        ))}
      </ul>
      {menu.rows.length === 0 ? <p className={css.none}>{faultWords.nothingHere}</p> : null}
      {menu.unused ? <p className={css.unused}>{menu.unused}</p> : null}
      {menu.losesMessages ? <Tcp /> : null}
      <div className={css.foot}>
        <span>{menu.runsAgainFrom === null ? '' : faultWords.runsAgain(menu.runsAgainFrom)}</span>
        {menu.existing === null ? null : <Button onClick={remove}>{faultWords.remove}</Button>}
      </div>
    </>
  )
}

interface ChoiceProps {
  readonly row: MenuRow
  readonly onChoose: () => void
  readonly onParam: (key: string, value: string | number | null) => void
}

function Choice({ row, onChoose, onParam }: ChoiceProps) {
  return (
    <li className={classes(css.choice, row.chosen && css.chosen)}>
      <button type="button" className={css.row} aria-pressed={row.chosen} onClick={onChoose}>
        <span className={css.label}>
          {row.chosen ? <Icon name="cross" size={14} /> : null}
          {row.label}
        </span>
        {row.key === '' ? null : <kbd>{row.key}</kbd>}
      </button>
      {row.params.map((param) => (
        <Param key={param.key} param={param} onChange={(value) => onParam(param.key, value)} />
      ))}
    </li>
  )
}

const toMillis = (text: string, least: number, most: number): number | null => {
  const value = Number(text)
  return text !== '' && Number.isInteger(value) ? Math.min(most, Math.max(least, value)) : null
}

function Param({ param, onChange }: { param: MenuParam; onChange: (value: string | number | null) => void }) {
  const { rule } = param
  if (rule.type === 'choice')
    return (
      <label className={css.param}>
        {param.label}
        <select
          className={controls.select}
          value={String(param.value)}
          onChange={(event) => onChange(event.target.value)}
        >
          {rule.choices.map((choice) => (
            <option key={choice} value={choice}>
              {faultChoiceWords[choice] ?? choice}
            </option>
          ))}
        </select>
      </label>
    )
  return (
    <span className={css.param}>
      {param.label}
      <span className={css.pair}>
        <NumberField
          label={`${param.label} ${faultWords.milliseconds}`}
          value={param.value === null ? '' : String(param.value)}
          onFinish={(text) => {
            const value = toMillis(text, rule.min, rule.max)
            return value === null ? false : onChange(value)
          }}
        />
        {faultWords.milliseconds}
        {rule.orNever ? (
          <Button
            aria-pressed={param.value === null}
            onClick={() => onChange(param.value === null ? rule.default : null)}
          >
            {neverWord}
          </Button>
        ) : null}
      </span>
    </span>
  )
}

/** The one sentence that keeps the single-message story true. */
function Tcp() {
  return (
    <p className={css.tcp}>
      <Keyed text={tcpSentence} />
    </p>
  )
}

function Glyph({ of }: { of: Menu['glyph'] }) {
  if (of === 'node') return null
  return (
    <svg width={30} height={12} aria-hidden="true" className={of === 'answer' ? css.answer : css.request}>
      <path d="M2,6H26" />
      <path d="M21,2l5,4l-5,4" />
    </svg>
  )
}
