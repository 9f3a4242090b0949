import { simplified } from '../../words/en/simplified.ts'
import { simplifiedWords as words } from '../../words/en/ui.ts'
import css from './Simplified.module.css'

/** It comes when it is first asked for. */
export function SimplifiedList() {
  return (
    <>
      <p className={css.lead}>{words.lead}</p>
      <ul className={css.list}>
        {simplified.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}
