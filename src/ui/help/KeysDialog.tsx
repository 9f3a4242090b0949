import { type Ref, useId } from 'react'
import { keyList } from '../../app/index.ts'
import { keyWords, shellWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import controls from '../controls/controls.module.css'
import { LettersSwitch } from '../controls/Preferences.tsx'
import css from './KeysDialog.module.css'

/** The list under `?`, and the switch that belongs to it. */
export function KeysDialog({ ref }: { ref: Ref<HTMLDialogElement> }) {
  const title = useId()
  return (
    <dialog ref={ref} className={classes(controls.card, css.dialog)} aria-labelledby={title}>
      <form method="dialog" className={css.head}>
        <h2 id={title} className={css.title}>
          {keyWords.title}
        </h2>
        <Button type="submit" look="quiet" icon="cross" aria-label={shellWords.close} />
      </form>
      <div className={css.groups}>
        {keyList.map((group) => (
          <section key={group.name}>
            <h3 className={css.name}>{group.name}</h3>
            <table className={css.lines}>
              <tbody>
                {group.lines.map((line) => (
                  <tr key={line.does}>
                    <th scope="row">
                      {line.keys.map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </th>
                    <td>{line.does}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
        <section>
          <LettersSwitch />
        </section>
      </div>
    </dialog>
  )
}
