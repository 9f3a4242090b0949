const TRANSACTIONS = 'transactions and groups come with a later issue'

const LATER: Readonly<Record<string, string>> = {
  'aborted-index': TRANSACTIONS,
  client: TRANSACTIONS,
  'coord-addpartitions': TRANSACTIONS,
  'coord-endtxn': TRANSACTIONS,
  'coord-expiry': TRANSACTIONS,
  'coord-init': TRANSACTIONS,
  'coord-log': TRANSACTIONS,
  'coord-markers': TRANSACTIONS,
  'coord-timeout': TRANSACTIONS,
  'end-to-end': TRANSACTIONS,
  'fetch-filter': TRANSACTIONS,
  'group-fencing': TRANSACTIONS,
  'partition-epoch': TRANSACTIONS,
  'partition-lso': TRANSACTIONS,
  'txn-metadata': TRANSACTIONS,
  'txn-offsets': TRANSACTIONS,
  verification: TRANSACTIONS,
}

/** Why an area is not run yet; null: it is, or nobody knows it. */
export const whyLater = (area: string): string | null => LATER[area] ?? null
