import { atTime, plural } from './time.ts'

/** The gallery behind `?dev`. */
export const devWords = {
  title: (count: number): string => `${plural(count, 'story', 'stories')}, at every beat`,
  beat: atTime,
  picture: (title: string, at: number, theme: string): string => `${title}, at ${atTime(at)}, ${theme}`,
  noStory: (id: string): string => `There is no story called “${id}”. Leave the name away to see them all.`,
} as const
