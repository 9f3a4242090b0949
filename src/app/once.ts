/** Remembers the last answer: selectors are asked on every frame, and answer anew only when what they read has changed. */
export const once = <A extends readonly unknown[], R>(make: (...args: A) => R): ((...args: A) => R) => {
  let last: { readonly args: A; readonly value: R } | null = null
  return (...args) => {
    if (last?.args.every((arg, index) => Object.is(arg, args[index]))) return last.value
    last = { args, value: make(...args) }
    return last.value
  }
}

/** The same with the one before at hand: what is no different may be kept, what went is known. */
export const onceWithPrevious = <A extends readonly unknown[], R>(
  make: (...args: A) => R,
): ((...args: A) => { readonly now: R; readonly previous: R | null }) => {
  let answer: { readonly args: A; readonly now: R; readonly previous: R | null } | null = null
  return (...args) => {
    if (answer?.args.every((arg, index) => Object.is(arg, args[index]))) return answer
    answer = { args, now: make(...args), previous: answer?.now ?? null }
    return answer
  }
}
