import { settingWords } from '../../words/en/ui.ts'

/** The largest number of a key is said, not spelled; a class goes by its last name. */
export const shortened = (value: string, most: string | null): string =>
  value === most
    ? settingWords.max
    : value
        .split(',')
        .map((name) => (/^[a-z]+(\.[a-z]+)+\.[A-Z]/.test(name) ? name.slice(name.lastIndexOf('.') + 1) : name))
        .join(', ')

/** The word back as the number it stands for. */
export const spelledOut = (typed: string, most: string | null): string =>
  typed === settingWords.max && most !== null ? most : typed
