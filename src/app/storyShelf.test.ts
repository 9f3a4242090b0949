import { expect, test, vi } from 'vitest'
import { toldStories as told, wordsOf } from '../stories/index.ts'
import { storyUiWords } from '../words/en/ui.ts'

/** A shelf that nothing was brought to yet. */
const emptyShelf = async () => {
  vi.resetModules()
  return import('./storyShelf.ts')
}

const shelfNow = () => import('./storyShelf.ts')

/** Of the same modules as the empty shelf. */
const labWithHistory = async () => {
  const [{ memoryAddressBar }, { createAppStore }, { createHistory }, { createSelectors }] = await Promise.all([
    import('./addressBar.ts'),
    import('./store.ts'),
    import('./history.ts'),
    import('./selectors.ts'),
  ])
  const bar = memoryAddressBar('')
  const store = createAppStore({})
  return {
    bar,
    store,
    history: createHistory(
      { store, select: createSelectors() },
      bar,
      { after: () => 0, cancel: () => {}, now: () => 0 },
      () => {},
    ),
  }
}

test('only a link that names a story has to wait for the stories, and only once', async () => {
  const shelf = await emptyShelf()
  expect(shelf.needsStories('#/lab?s=lost-ack&t=0.0')).toBe(true)
  expect(shelf.needsStories('#/lab?acks=1&s=lost-ack')).toBe(true)
  expect(shelf.needsStories('#/lab?records=4&isr=1')).toBe(false)
  expect(shelf.storyNamed('lost-ack')).toBeNull()
  expect(shelf.toldStories()).toEqual([])
  await shelf.bringStories()
  expect(shelf.needsStories('#/lab?s=lost-ack')).toBe(false)
  expect(shelf.storyNamed('lost-ack')?.id).toBe('lost-ack')
  expect(shelf.toldStories()).toHaveLength(told.length)
})

test('a link to a story that comes before the stories is taken when they are there', async () => {
  await emptyShelf()
  const { bar, store, history } = await labWithHistory()
  bar.push({ hash: '#/lab?s=lost-ack', mark: null })
  bar.push({ hash: '#/lab', mark: 1 })
  bar.go(-1)
  await shelfNow().then(({ bringStories }) => bringStories())
  await Promise.resolve()
  expect(store.getState().story).toBe('lost-ack')
  history.stop()
})

test('who is elsewhere by the time the stories are there stays there', async () => {
  await emptyShelf()
  const { bar, store, history } = await labWithHistory()
  bar.push({ hash: '#/lab?records=3', mark: 1 })
  bar.push({ hash: '#/lab?s=lost-ack', mark: 2 })
  bar.push({ hash: '#/lab?records=2', mark: 3 })
  bar.go(-1)
  bar.go(-1)
  await shelfNow().then(({ bringStories }) => bringStories())
  await Promise.resolve()
  expect(store.getState()).toMatchObject({ story: null, setup: { workload: { records: 3 } } })
  history.stop()
})

test('a link whose story cannot be brought is read without it', async () => {
  vi.doMock('../stories/index.ts', () => {
    throw new Error('no network')
  })
  const shelf = await emptyShelf()
  await shelf.readyFor('#/lab?s=lost-ack&records=3')
  const { fromLink } = await import('./hashState.ts')
  expect(fromLink('#/lab?s=lost-ack&records=3')).toMatchObject({
    story: null,
    setup: { workload: { records: 3 } },
    dropped: [{ part: 's=lost-ack', reason: 'unknown-story' }],
  })
  vi.doUnmock('../stories/index.ts')
})

test('the stories of the first page are called what they are called', () => {
  for (const { id, title } of storyUiWords.begin) {
    const story = told.find((one) => one.id === id)
    expect(story).toBeDefined()
    expect(title).toBe(story && wordsOf(story).title)
  }
})
