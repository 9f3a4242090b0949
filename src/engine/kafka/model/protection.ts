import type { Millis } from '../../core/world.ts'

/** What makes a repeat of an effect harmless (EXT-01, EXT-03). */
export type Protection =
  /** The record's name is kept beside the effect, in the same local transaction, for `windowMs`. */
  | { readonly kind: 'dedup'; readonly windowMs: Millis }
  /** "Set x to v under key k": repeating it changes nothing. */
  | { readonly kind: 'upsert' }
  /** The write is refused once its key stands; the caller reads back whose it is. */
  | { readonly kind: 'conditional' }
