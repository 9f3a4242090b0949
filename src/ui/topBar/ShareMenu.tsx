import { eventWords, shellWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import controls from '../controls/controls.module.css'
import { saveText } from '../saveText.ts'
import { useLab } from '../useApp.ts'
import { useCopy } from '../useCopy.ts'
import css from './ShareMenu.module.css'

const ID = 'share-menu'

/** The run to take away: as a link, or told as a text. */
export function ShareMenu({
  className,
  wordClass,
}: {
  className?: string | undefined
  wordClass?: string | undefined
}) {
  const { store, select, history } = useLab()
  const copy = useCopy()
  const transcript = (): string => select.transcript(store.getState(), history.link())
  return (
    <>
      <Button icon="share" className={className} popoverTarget={ID} aria-label={shellWords.share}>
        <span className={wordClass}>{shellWords.share}</span>
      </Button>
      <section id={ID} popover="auto" className={classes(controls.card, css.menu)} aria-label={shellWords.share}>
        <Button onClick={() => copy(history.link(), history.leftOut() ?? shellWords.shared, shellWords.shareFailed)}>
          {shellWords.copyLink}
        </Button>
        <Button onClick={() => copy(transcript(), eventWords.transcriptCopied, eventWords.transcriptFailed)}>
          {shellWords.copyTranscript}
        </Button>
        <Button onClick={() => saveText(eventWords.file, transcript())}>{shellWords.downloadTranscript}</Button>
      </section>
    </>
  )
}
