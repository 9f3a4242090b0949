/** Differences from a recording that are known, by recording, with the reason. Empty is the aim. */
export const known: Readonly<Record<string, string>> = {}
