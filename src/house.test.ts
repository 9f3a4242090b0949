import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { banned, namelessFolders } from './house/bans.ts'
import { brokenImports, deadFiles } from './house/dead.ts'
import { type Debt, floorOf, forbiddenEdges, paidDebts, pastTheDoor, type Table } from './house/floors.ts'
import { edges } from './house/imports.ts'
import { leaked } from './house/leaks.ts'
import { proseOutsideWords } from './house/prose.ts'
import { aims, fileSizes, functionSizes, type Known, ratchet } from './house/sizes.ts'
import { isTest } from './house/source.ts'
import { projectFiles, read } from './house/tree.ts'

/*
 * The rules of the house that a machine can check. What they are for stands in src/README.md; here they are data, and
 * what is wrong is printed as one line per finding. The checks themselves are in src/house, with tests of their own.
 */

/** The nodes of Kafka's world, a room each. */
const actors = ['producer', 'consumer', 'application', 'processor', 'broker', 'controller', 'outside']

/** Who may import whom. A floor may always import itself. How an entry is read: `Row` in house/floors.ts. */
const table: Table = {
  'src/engine/core': { floors: [] },
  // The rooms of Kafka: config under model under the nodes under faults and judge; index.ts composes them.
  'src/engine/kafka/config': { floors: ['src/engine/core'] },
  'src/engine/kafka/model': { floors: ['src/engine/core', 'src/engine/kafka/config'] },
  'src/engine/kafka/clients': { floors: ['src/engine/core', 'src/engine/kafka/config', 'src/engine/kafka/model'] },
  ...nodes(['broker', 'controller', 'outside'], []),
  ...nodes(['producer', 'consumer'], ['clients']),
  ...nodes(['application', 'processor'], ['clients', 'producer', 'consumer']),
  'src/engine/kafka/codec': { floors: ['src/engine/core', ...kafka(['config', 'model'])] },
  'src/engine/kafka/faults': { floors: ['src/engine/core', ...kafka(['config', 'model', ...actors])] },
  'src/engine/kafka/judge': { floors: ['src/engine/core', ...kafka(['config', 'model'])] },
  'src/engine/kafka': { floors: ['src/engine/core', ...kafka(['config', 'model', 'clients', ...actors, 'codec', 'faults', 'judge'])] },
  'src/engine': { floors: ['src/engine/core', 'src/engine/kafka'] },

  'src/words': { floors: ['types: src/engine'] },
  'src/conformance': { floors: ['src/engine'] },
  'src/stories': { floors: ['src/engine', 'src/words'] },
  'src/timeline': { floors: ['src/engine', 'src/words'], packages: ['d3-scale', 'd3-shape'] },
  'src/explorer': { floors: ['src/engine'] },
  'src/app': {
    floors: ['src/engine', 'src/words', 'src/stories', 'src/timeline', 'src/explorer'],
    packages: ['zustand/vanilla', 'valibot'],
  },
  'src/ui': {
    floors: [
      'src/app',
      'src/timeline',
      'src/stories',
      'src/words',
      'types: src/engine',
      'lazy: src/dev @src/ui/App.tsx',
    ],
    packages: ['react', 'react-dom', 'framer-motion', 'zustand @src/ui/useApp.ts'],
  },
  'src/cli': {
    // The colours have one home; the command line draws with them too.
    floors: ['src/engine', 'src/words', 'src/timeline', 'src/conformance', 'src/stories', 'src/ui @src/cli/theme.ts'],
    packages: ['node:'],
  },
  'src/dev': {
    floors: ['src/engine', 'src/words', 'src/stories', 'src/timeline', 'src/explorer', 'src/app', 'src/ui'],
    packages: ['react', 'framer-motion'],
  },
  'src/main.tsx': { floors: ['src/ui'], packages: ['react', 'react-dom'] },
  'src/house': { floors: [], packages: ['node:'] },
}

function kafka(rooms: readonly string[]): readonly string[] {
  return rooms.map((room) => `src/engine/kafka/${room}`)
}

function nodes(rooms: readonly string[], below: readonly string[]): Table {
  const floors = ['src/engine/core', ...kafka(['config', 'model', ...below])]
  return Object.fromEntries(kafka(rooms).map((room) => [room, { floors }]))
}

/** What the engine's own tests may use beside the engine: they run where it runs, without browser, page or words. */
const engineTests = /^(?:vitest|fast-check|node:.*|src\/engine\/.*|src\/conformance\/data\/.*\.json)$/

/** Opened by the page, the command line or a tool rather than by an import. */
const entries = ['src/main.tsx', 'src/cli/main.ts']

const floorsWithReadme = ['engine', 'words', 'timeline', 'app', 'ui', 'cli', 'stories', 'conformance', 'explorer']

const root = fileURLToPath(new URL('..', import.meta.url))
const paths = projectFiles(root)
const texts = read(
  root,
  paths.filter((path) => !/\.(woff2|png|ico|jpg)$/.test(path)),
)
const sources = texts.filter(({ path }) => /\.(tsx?|mjs|css)$/.test(path))
const house = sources.filter(({ path }) => /^src\/.*\.tsx?$/.test(path))

describe('floors', () => {
  test('no file imports what its floor may not', () => {
    expect(forbiddenEdges(house, table, debts())).toEqual([])
  })

  test('every file stands on a floor', () => {
    const outside = house.filter(({ path }) => !isTest(path) && floorOf(path, table) === undefined)
    expect(outside.map(({ path }) => path)).toEqual([])
  })

  test('the engine has one door', () => {
    // Kafka's own cases drive single rules of the engine (model.md section 11): their runner looks behind the door.
    const visitors = house.filter(({ path }) => !path.startsWith('src/conformance/'))
    expect(pastTheDoor(visitors, 'src/engine/', 'src/engine/index.ts')).toEqual([])
  })

  test('the engine’s tests need nothing but the engine and Kafka’s facts', () => {
    const found = house
      .filter(({ path }) => path.startsWith('src/engine/') && isTest(path))
      .flatMap((source) => edges(source))
      .filter(({ to }) => !engineTests.test(to))
    expect(found.map(({ from, line, to }) => `${from}:${line} imports ${to}`)).toEqual([])
  })

  test('a debt that is paid leaves the list', () => {
    expect(paidDebts(house, debts())).toEqual([])
  })

  test('each floor says in a README what belongs there', () => {
    const silent = floorsWithReadme.filter(
      (floor) =>
        house.some(({ path }) => path.startsWith(`src/${floor}/`)) && !paths.includes(`src/${floor}/README.md`),
    )
    expect(silent).toEqual([])
  })
})

describe('bans', () => {
  test('no file holds what is banned where it stands', () => {
    expect(banned(sources)).toEqual([])
  })

  test('no folder is named after nothing', () => {
    expect(namelessFolders(paths)).toEqual([])
  })

  test('components hold no sentences: words come from src/words', () => {
    expect(proseOutsideWords(sources)).toEqual([])
  })
})

describe('sizes', () => {
  test(`no file grows past ${aims.file} lines`, () => {
    expect(ratchet(fileSizes(sources), aims.file, largeFiles())).toEqual([])
  })

  test(`no function grows past ${aims.function} lines`, () => {
    expect(ratchet(functionSizes(sources), aims.function, longFunctions())).toEqual([])
  })
})

describe('files', () => {
  test('every file is imported by somebody', () => {
    expect(deadFiles(sources, [...entries, 'src/house.test.ts'])).toEqual([])
  })

  test('every import leads to a file', () => {
    // The tests of the checks are full of made-up sources.
    const real = sources.filter(({ path }) => !(path.startsWith('src/house/') && isTest(path)))
    expect(brokenImports(real, new Set(paths))).toEqual([])
  })

  test('no file tells where it was made', () => {
    expect(leaked(texts)).toEqual([])
  })

  test('the lock file names no addresses to fetch from', () => {
    const lock = texts.find(({ path }) => path === 'package-lock.json')?.text ?? ''
    expect(lock).not.toBe('')
    expect(lock).not.toContain('"resolved"')
  })
})

/** Files larger than the aim, with their lines. */
function largeFiles(): Known {
  return {}
}

/** Functions longer than the aim, as `path name`, with their lines. */
function longFunctions(): Known {
  return {}
}

/** Edges that break the table for now, each with its reason. */
function debts(): Debt[] {
  return []
}
