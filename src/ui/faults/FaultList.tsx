import type { FaultLine } from '../../app/index.ts'
import { faultWords, transportWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import controls from '../controls/controls.module.css'
import { useApp, useLab } from '../useApp.ts'
import css from './FaultList.module.css'

const ID = 'fault-list'

/** The faults of this run as a list: the same as the marks in the ruler, for those who would rather read. */
export function FaultListButton() {
  const faults = useApp((state, select) => select.faults(state))
  return (
    <>
      <Button popoverTarget={ID} className={css.open}>
        {transportWords.faultsCount(faults.length)}
      </Button>
      <section id={ID} popover="auto" className={classes(controls.card, css.list)} aria-label={faultWords.list}>
        <h2 className={css.title}>{faultWords.list}</h2>
        {faults.length === 0 ? <p className={css.none}>{faultWords.none}</p> : null}
        <ul>
          {faults.map((line) => (
            <Line key={`${line.index} ${line.aim}`} line={line} />
          ))}
        </ul>
      </section>
    </>
  )
}

function Line({ line }: { line: FaultLine }) {
  const { actions } = useLab()
  return (
    <li className={classes(css.line, line.unused !== null && css.unused)}>
      <span className={css.pin} aria-hidden="true" />
      <span className={css.words}>
        <b>{line.title}</b> <span className={css.when}>{line.when}</span>
        <code className={css.aim}>{line.aim}</code>
        {line.unused ? <span className={css.why}>{line.unused}</span> : null}
      </span>
      <Button
        onClick={() => actions.removeFault(line.index)}
        aria-label={`${faultWords.remove}: ${line.title}, ${line.aim}`}
      >
        {faultWords.remove}
      </Button>
    </li>
  )
}
