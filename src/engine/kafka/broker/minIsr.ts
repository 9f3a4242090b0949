/** ACK-05, ACK-07: the ISR has at least the effective `min.insync.replicas` members. Before an append the committed ISR counts, behind it the maximal one. */
export const hasEnoughReplicas = (isr: readonly number[], minIsr: number): boolean => isr.length >= minIsr
