import type { Naming } from '../../core/system.ts'
import type { Body } from './message.ts'

/**
 * How messages are named (model.md section 8). Requests a person can point at always carry their ordinal; fetches are
 * named by the offset they ask for, with an ordinal only when it repeats.
 */
export const nameOf = ({ body, about }: { readonly body: Body; readonly about: readonly string[] }): Naming => {
  switch (body.api) {
    case 'Fetch':
      return { base: `Fetch@${body.partitions.map((p) => p.fetchOffset).join(',')}`, ordinal: 'again' }
    case 'FetchResponse':
      return { base: `FetchResponse@${body.asked.map((p) => p.fetchOffset).join(',')}`, ordinal: 'again' }
    case 'Produce':
    case 'OffsetCommit':
    case 'OffsetCommitResponse':
    case 'ProduceResponse':
    case 'Call':
    case 'CallReply':
      return { base: `${body.api}[${about.join(',')}]`, ordinal: 'always' }
    case 'Metadata':
    case 'MetadataResponse':
    case 'InitProducerId':
    case 'InitProducerIdResponse':
    case 'ControlledShutdown':
    case 'ControlledShutdownResponse':
    case 'AlterPartition':
    case 'AlterPartitionResponse':
    case 'MetadataUpdate':
    case 'FindCoordinator':
    case 'FindCoordinatorResponse':
    case 'OffsetFetch':
    case 'OffsetFetchResponse':
    case 'ListOffsets':
    case 'ListOffsetsResponse':
      return { base: body.api, ordinal: 'always' }
  }
}
