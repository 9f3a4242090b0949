/** The part of framer-motion that makes `m` move: a chunk of its own, loaded after the first paint. */
export { domAnimation as features } from 'framer-motion'
