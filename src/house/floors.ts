import { type Edge, edges } from './imports.ts'
import { isTest, type Source } from './source.ts'

/**
 * A row of the import table. Names under `floors` and `packages` may be imported; with `types:` before them, only by
 * `import type`; with `lazy:`, only by `import()`; with `@` and a file behind them, only in that file.
 */
export interface Row {
  floors: readonly string[]
  packages?: readonly string[]
}

/** The floors of the house. A path belongs to the longest floor that begins it. */
export type Table = Readonly<Record<string, Row>>

/** An edge that is known to break the table, with the reason why it is there for now. */
export interface Debt {
  from: string
  to: string
  reason: string
}

/** Every edge that is not in the table and not among the debts, each as one line to read. */
export function forbiddenEdges(sources: readonly Source[], table: Table, debts: readonly Debt[] = []): string[] {
  return sources
    .filter(({ path }) => !isTest(path))
    .flatMap((source) => edges(source))
    .filter((edge) => !isAllowed(edge, table))
    .filter((edge) => !debts.some((debt) => debt.from === edge.from && debt.to === edge.to))
    .map((edge) => `${edge.from}:${edge.line} imports ${edge.isType ? 'types of ' : ''}${edge.to}`)
}

/** Debts that no edge needs any more: a debt that is paid leaves the list. */
export function paidDebts(sources: readonly Source[], debts: readonly Debt[]): Debt[] {
  const all = sources.flatMap((source) => edges(source))
  return debts.filter((debt) => !all.some((edge) => edge.from === debt.from && edge.to === debt.to))
}

/** Imports from outside that reach past a floor's only door. */
export function pastTheDoor(sources: readonly Source[], floor: string, door: string): string[] {
  return sources
    .filter(({ path }) => !path.startsWith(floor) && !isTest(path))
    .flatMap((source) => edges(source))
    .filter((edge) => edge.kind === 'file' && edge.to.startsWith(floor) && edge.to !== door)
    .map((edge) => `${edge.from}:${edge.line} imports ${edge.to} past ${door}`)
}

export function floorOf(path: string, table: Table): string | undefined {
  const holds = (floor: string) => path === floor || path.startsWith(floor.endsWith('/') ? floor : `${floor}/`)
  return Object.keys(table)
    .filter(holds)
    .sort((a, b) => b.length - a.length)[0]
}

function isAllowed(edge: Edge, table: Table): boolean {
  const own = floorOf(edge.from, table)
  const row = own === undefined ? undefined : table[own]
  if (row === undefined) return false // a file outside every floor
  if (edge.kind === 'package') return (row.packages ?? []).some((entry) => matches(entry, edge, edge.to))
  const other = floorOf(edge.to, table)
  return other !== undefined && (other === own || row.floors.some((entry) => matches(entry, edge, other)))
}

// `zustand @src/ui/useApp.ts`, `types: src/engine`, `lazy: src/dev @src/ui/App.tsx`, `node:`
function matches(entry: string, edge: Edge, name: string): boolean {
  const parts = /^(?:(types|lazy): *)?(\S+)(?: @(\S+))?$/.exec(entry)
  if (!parts) throw new Error(`not an entry of the import table: ${entry}`)
  const [, how, wanted = '', onlyIn] = parts
  if (how === 'types' && !edge.isType) return false
  if (how === 'lazy' && !edge.isLazy) return false
  if (onlyIn !== undefined && onlyIn !== edge.from) return false
  return wanted === name || (wanted.endsWith(':') && name.startsWith(wanted)) || name.startsWith(`${wanted}/`)
}
