import { expect, test, vi } from 'vitest'
import { toldStories as told, wordsOf } from '../stories/index.ts'
import { storyUiWords } from '../words/en/ui.ts'

/** A shelf that nothing was brought to yet. */
const emptyShelf = async () => {
  vi.resetModules()
  return import('./storyShelf.ts')
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
  const [{ memoryAddressBar }, { createAppStore }, { createHistory }, { bringStories }] = await Promise.all([
    import('./addressBar.ts'),
    import('./store.ts'),
    import('./history.ts'),
    import('./storyShelf.ts'),
  ])
  const bar = memoryAddressBar('')
  const store = createAppStore({})
  const history = createHistory(store, bar, { after: () => 0, cancel: () => {} })
  bar.push({ hash: '#/lab?s=lost-ack', mark: null })
  bar.push({ hash: '#/lab', mark: 1 })
  bar.go(-1)
  await bringStories()
  await Promise.resolve()
  expect(store.getState().story).toBe('lost-ack')
  history.stop()
})

test('the stories of the first page are called what they are called', () => {
  for (const { id, title } of storyUiWords.begin) {
    const story = told.find((one) => one.id === id)
    expect(story).toBeDefined()
    expect(title).toBe(story && wordsOf(story).title)
  }
})
