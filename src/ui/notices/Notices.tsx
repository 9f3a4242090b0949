import { noticeWords, shellWords } from '../../words/en/ui.ts'
import { droppedTitle, sayDropped } from '../../words/index.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import { useApp, useLab } from '../useApp.ts'
import { useCopy } from '../useCopy.ts'
import css from './Notices.module.css'

/** Lines between the verdict and the timeline, each only when it has something to say. */
export function Notices() {
  return (
    <>
      <DroppedLine />
      <RefusedLine />
      <RunLine />
    </>
  )
}

function DroppedLine() {
  const { actions } = useLab()
  const dropped = useApp((state) => state.dropped)
  if (dropped.length === 0) return null
  return (
    <div className={classes(css.line, css.doubt)} role="status">
      <p className={css.words}>
        {droppedTitle(dropped.length)}{' '}
        {dropped.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same part can stand in a link three times
          <span key={index} className={css.part}>
            {sayDropped(part)}
          </span>
        ))}
      </p>
      <Button look="quiet" icon="cross" aria-label={shellWords.dismiss} onClick={actions.dismissDropped} />
    </div>
  )
}

function RefusedLine() {
  const refused = useApp((state, select) => select.refused(state) !== null)
  return refused ? <p className={classes(css.line, css.doubt)}>{noticeWords.lastGood}</p> : null
}

function RunLine() {
  const { history } = useLab()
  const copy = useCopy()
  const notice = useApp((state, select) => select.notice(state))
  if (notice === null) return null
  const isError = notice.kind === 'engine-error'
  return (
    <div className={classes(css.line, isError ? css.loss : css.doubt)} role={isError ? 'alert' : 'status'}>
      <p className={css.words}>{notice.text}</p>
      {isError ? (
        <Button onClick={() => copy(history.link(), shellWords.shared, shellWords.shareFailed)}>
          {noticeWords.copyLink}
        </Button>
      ) : null}
    </div>
  )
}
