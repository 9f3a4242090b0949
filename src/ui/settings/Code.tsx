import type { SettingsPanel } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import css from './Code.module.css'

/** What a properties file for this producer would say. */
export function Code({ lines }: { lines: SettingsPanel['code'] }) {
  return (
    <section className={css.code} aria-label={settingWords.code}>
      <h2 className={css.title}>{settingWords.code}</h2>
      <pre className={css.lines}>
        {lines.map(({ key, value }) => (
          <code key={key} className={css.line}>
            <span className={css.key}>{key}</span>
            {'='}
            {value}
            {'\n'}
          </code>
        ))}
      </pre>
    </section>
  )
}
