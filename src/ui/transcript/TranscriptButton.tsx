import { type ToggleEvent, useState } from 'react'
import { eventWords as words } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import controls from '../controls/controls.module.css'
import { saveText } from '../saveText.ts'
import { useLab } from '../useApp.ts'
import { useCopy } from '../useCopy.ts'
import css from './Transcript.module.css'

const ID = 'transcript'

/** The narrator's sentences with their times: to read, to copy, to take away. Written when it is opened. */
export function TranscriptButton() {
  const { store, select, history } = useLab()
  const copy = useCopy()
  const [text, setText] = useState<string | null>(null)
  const onToggle = (event: ToggleEvent<HTMLElement>): void =>
    setText(event.newState === 'open' ? select.transcript(store.getState(), history.link()) : null)
  return (
    <>
      <Button popoverTarget={ID}>{words.transcript}</Button>
      <section
        id={ID}
        popover="auto"
        className={classes(controls.card, css.card)}
        aria-label={words.transcript}
        onToggle={onToggle}
      >
        <h2 className={css.title}>{words.transcript}</h2>
        <textarea className={css.text} readOnly value={text ?? ''} aria-label={words.transcriptText} data-transcript />
        <div className={css.buttons}>
          <Button onClick={() => copy(text ?? '', words.transcriptCopied, words.transcriptFailed)}>
            {words.copyTranscript}
          </Button>
          <Button onClick={() => saveText(words.file, text ?? '')}>{words.downloadTranscript}</Button>
        </div>
      </section>
    </>
  )
}
