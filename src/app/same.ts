const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** Equal as data, in whatever order keys stand. */
export const isSame = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b)
