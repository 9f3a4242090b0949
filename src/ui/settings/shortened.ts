import { settingWords } from '../../words/en/ui.ts'

const MOST = { int: '2147483647', long: '9223372036854775807' } as const
const most: readonly string[] = Object.values(MOST)

/** Kafka's largest numbers are said, not spelled; a class goes by its last name. */
export const shortened = (value: string): string =>
  most.includes(value)
    ? settingWords.max
    : value
        .split(',')
        .map((name) => (/^[a-z]+(\.[a-z]+)+\.[A-Z]/.test(name) ? name.slice(name.lastIndexOf('.') + 1) : name))
        .join(', ')

/** The word back as the number it stands for, for a key with this default. */
export const spelledOut = (typed: string, usual: string | null): string =>
  typed === settingWords.max ? (usual === MOST.long ? MOST.long : MOST.int) : typed
