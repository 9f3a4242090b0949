import { useEffect, useRef } from 'react'
import type { Did, Fact, Inspected, Link as Jump } from '../../app/index.ts'
import { inspectorWords as words } from '../../words/en/inspector.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import { useApp, useLab } from '../useApp.ts'
import { useCopy } from '../useCopy.ts'
import css from './Inspector.module.css'

/** Where the Enter key leads from a cell. */
export const INSPECTOR_ID = 'inspector'

/** What is selected, explained; an invitation to select something otherwise. */
export function Message() {
  const inspected = useApp((state, select) => select.inspector(state))
  return inspected === null ? <Nothing /> : <InspectorOf inspected={inspected} />
}

function Nothing() {
  return (
    <section className={css.block} aria-label={words.title}>
      <p className={css.nothing}>{words.nothing}</p>
    </section>
  )
}

export function InspectorOf({ inspected }: { inspected: Inspected }) {
  const { actions } = useLab()
  const block = useRef<HTMLElement>(null)
  const { id } = inspected
  // Beside the timeline it stands below what fits: what was just selected is brought into sight. With the next frame, which
  // lays the page out anyway: asked for at once, it would be laid out twice.
  useEffect(() => {
    if (id === '') return
    const asked = requestAnimationFrame(() => block.current?.scrollIntoView({ block: 'nearest' }))
    return () => cancelAnimationFrame(asked)
  }, [id])
  const copy = useCopy()
  return (
    <section
      ref={block}
      className={css.block}
      id={INSPECTOR_ID}
      tabIndex={-1}
      aria-label={`${words.title}: ${inspected.title}`}
      data-inspector={inspected.kind}
    >
      <div className={css.head}>
        <h2 className={css.title}>{inspected.title}</h2>
        <Button
          look="quiet"
          icon="cross"
          aria-label={words.clear}
          title={words.clear}
          onClick={() => actions.select(null)}
        />
      </div>
      <What did={inspected.did} label={inspected.kind === 'node' ? words.lastDid : words.did} />
      <Links title={words.causes} jumps={inspected.causes} none={inspected.noCause} />
      <Links title={words.consequences} jumps={inspected.consequences} none={null} />
      <Facts facts={inspected.facts} />
      <Button
        className={css.copy}
        onClick={() => copy(inspected.json, words.copied, words.copyFailed)}
        aria-label={words.json(inspected.title)}
      >
        {words.copy}
      </Button>
    </section>
  )
}

/** One sentence, the same as on the card, with the rule behind it. */
function What({ did, label }: { did: Did | null; label: string }) {
  if (did === null) return <p className={css.did}>{words.notYet}</p>
  return (
    <p className={css.did} data-did>
      <span className="visually-hidden">{label} </span>
      <span className={css.when}>{did.when}</span> {did.text}
      {did.rule === null ? null : <code className={css.rule}>{did.rule}</code>}
    </p>
  )
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={css.facts}>
      {facts.map(({ label, value, code }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: with several partitions a label comes again
        <div key={`${label} ${index}`} className={css.fact}>
          <dt>{label}</dt>
          <dd className={code ? css.code : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Each moves the playhead, and selects the message that arrived there: so a chain can be walked. */
function Links({ title, jumps, none }: { title: string; jumps: readonly Jump[]; none: string | null }) {
  if (jumps.length === 0 && none === null) return null
  return (
    <div className={css.links}>
      <h3 className={css.heading}>{title}</h3>
      {jumps.length === 0 ? <p className={css.none}>{none}</p> : null}
      <ul>
        {jumps.map((jump) => (
          <li key={`${jump.step} ${jump.text}`}>
            <Link jump={jump} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Link({ jump }: { jump: Jump }) {
  const { actions } = useLab()
  const go = (): void => {
    if (jump.message !== null) actions.select({ kind: 'message', name: jump.message })
    actions.seek(jump.cursor)
  }
  return (
    <button
      type="button"
      className={classes(css.link, jump.isAhead && css.ahead)}
      onClick={go}
      title={words.jump(jump.when)}
      data-ahead={jump.isAhead ? '' : undefined}
    >
      <span className={css.when}>{jump.when}</span>{' '}
      {jump.isAhead ? <span className="visually-hidden">{words.ahead} </span> : null}
      <span className={css.text}>{jump.text}</span>
    </button>
  )
}
