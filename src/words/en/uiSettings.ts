/** The settings panel. Kafka's keys and texts are never written here: they come from its own tables. */
export const settingWords = {
  contract: 'Contract',
  presets: {
    'at-most-once': 'At most once',
    'at-least-once': 'At least once',
    'idempotent-producer': 'Idempotent producer',
  },
  changedFrom: (preset: string): string => `changed from ${preset}`,
  reset: 'Reset',
  producer: 'Producer',
  more: 'More',
  moreOfProducer: 'More: batches, time-outs',
  moreOfTopic: 'More: elections, largest batch',
  moreOfApplication: 'More: size, chance',
  /** Beside a closed part of the panel that holds notes. */
  notes: (count: number): string => (count === 1 ? '1 note' : `${count} notes`),
  topic: 'Topic',
  application: 'Application',
  /** Around two fields: how many records, and how far apart. */
  recordsEvery: ['records, every', 'ms'],
  interval: 'ms between records',
  failures: { 'give-up': 'give up', 'send-again': 'send again' },
  partitioners: { 'round-robin': 'in turn', 'by-key': 'by key' },
  bytes: 'bytes',
  reader: 'Reader',
  readerOn: 'reads and charges a card',
  readerNote: 'A consumer reads up to the high watermark and charges $20 for each record.',
  code: 'properties',
  max: 'max',
  leave: (key: string, value: string): string => `Leave ${key} to Kafka, which takes ${value}`,
  drop: (key: string): string => `Drop ${key}`,
  exception: (name: string, text: string): string => `${name}: ${text}`,
} as const
