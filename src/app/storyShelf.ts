/**
 * The stories and their words, which no first page needs: they are brought when a link names one, when somebody opens the
 * menu, or when the page has nothing else to do. Before that there is no story: nothing can be open that is not here.
 */
import type * as Stories from '../stories/index.ts'

type Shelf = Pick<typeof Stories, 'beatsOf' | 'rightAnswer' | 'storyNamed' | 'toldStories' | 'wordsOf'>

let shelf: Shelf | null = null

export const bringStories = async (): Promise<void> => {
  if (shelf !== null) return
  const { beatsOf, rightAnswer, storyNamed, toldStories, wordsOf } = await import('../stories/index.ts')
  shelf = { beatsOf, rightAnswer, storyNamed, toldStories, wordsOf }
}

/** A link that begins with a story cannot be read without it. */
export const needsStories = (hash: string): boolean => shelf === null && /[?&]s=/.test(hash)

/**
 * Brings what a link needs. Where that fails (no network, a newer version on the server) the link is read without its
 * story, which is told with what else it could not bring.
 */
export const readyFor = async (hash: string): Promise<void> => {
  if (needsStories(hash)) await bringStories().catch(() => {})
}

export const storyNamed: Shelf['storyNamed'] = (id) => shelf?.storyNamed(id) ?? null
export const toldStories = (): Shelf['toldStories'] => shelf?.toldStories ?? []

const brought = (): Shelf => {
  if (shelf === null) throw new Error('a story is open that was not brought')
  return shelf
}
export const beatsOf: Shelf['beatsOf'] = (story, trace) => brought().beatsOf(story, trace)
export const rightAnswer: Shelf['rightAnswer'] = (story, trace) => brought().rightAnswer(story, trace)
export const wordsOf: Shelf['wordsOf'] = (story) => brought().wordsOf(story)
