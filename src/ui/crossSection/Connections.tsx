import { memo } from 'react'
import type { ConnectionView, OpenRequest } from '../../app/index.ts'
import { connectionWords as words } from '../../words/en/uiConnections.ts'
import { capital, messageNamed, type Names } from '../../words/index.ts'
import { classes } from '../controls/classes.ts'
import { useLab } from '../useApp.ts'
import { Block } from './Block.tsx'
import css from './Connections.module.css'

interface Props {
  readonly connections: readonly ConnectionView[]
  readonly names: Names
}

const isIdle = ({ state, requests, isInside }: ConnectionView): boolean =>
  isInside ? state === 'open' : state === 'open' && requests.length === 0

/** The pipes between the actors, and what waits on each: here it shows that nothing is lost alone. */
export const Connections = memo(
  ({ connections, names }: Props) => {
    const busy = connections.filter((one) => !isIdle(one))
    const rest = connections.filter(isIdle)
    const open = connections.filter(({ id }) => id !== null)
    return (
      <Block title={words.title} note={words.open(open.length)} data-connections>
        <List connections={busy} names={names} />
        {rest.length === 0 ? null : (
          <details className={css.rest}>
            <summary>{words.more(rest.length)}</summary>
            <List connections={rest} names={names} />
          </details>
        )}
      </Block>
    )
  },
  (a, b) => JSON.stringify(a.connections) === JSON.stringify(b.connections),
)

function List({ connections, names }: Props) {
  return (
    <ul>
      {connections.map((one) => (
        <Line key={one.key} one={one} names={names} />
      ))}
    </ul>
  )
}

const numberOf = (id: string | null): string => (id === null ? '' : ` ${/#\d+$/.exec(id)?.[0] ?? ''}`)

function Line({ one, names }: { one: ConnectionView; names: Names }) {
  return (
    <li className={css.connection} data-connection={one.key}>
      <p className={css.name}>
        <span>{words.name(capital(names.actor(one.client)), names.actor(one.server), numberOf(one.id))}</span>
        <span className={classes(css.state, css[one.state])}>{words.states[one.state]}</span>
      </p>
      {one.notBefore === null ? null : <p className={css.note}>{words.notBefore(one.notBefore)}</p>}
      <ul>
        {one.requests.map((request) => (
          <Request key={request.name} request={request} server={names.actor(one.server)} names={names} />
        ))}
      </ul>
    </li>
  )
}

const place = ({ where }: OpenRequest, server: string, names: Names): string => {
  switch (where.place) {
    case 'in-air':
      return words.inAir(where.lands)
    case 'answer-in-air':
      return words.answerInAir(where.lands)
    case 'behind':
      return words.behind(server, messageNamed(where.behind, names))
    case 'served':
      return words.served[where.why ?? 'now'](server)
    case 'lost':
      return words.lost
  }
}

/** Its name selects it. */
function Request({ request, server, names }: { request: OpenRequest; server: string; names: Names }) {
  const { actions } = useLab()
  const { name, where, waited, closesAt } = request
  return (
    <li className={classes(css.request, where.place === 'lost' && css.lost)}>
      <button type="button" className={css.link} onClick={() => actions.select({ kind: 'message', name })}>
        {messageNamed(name, names)}
      </button>
      <span className={css.where}>{place(request, server, names)}</span>
      <span className={css.waits}>
        {words.waited(waited)}
        {closesAt === null ? null : <span title={words.closesWhy}>{words.closes(closesAt)}</span>}
      </span>
    </li>
  )
}
