import type { Millis, NodeId } from '../../core/world.ts'
import { CONTROLLER } from './controller.ts'
import { isBrokerNode } from './names.ts'
import type { Setup } from './setup.ts'

const isOutside = (setup: Setup, node: NodeId): boolean => !isBrokerNode(node) && node !== CONTROLLER && setup.clients[node] === undefined && !isApplication(setup, node)
const isApplication = (setup: Setup, node: NodeId): boolean => Object.values(setup.clients).some((c) => c.kind === 'producer' && c.application === node)

/** One way, in ms (model.md section 3). */
export const linkLatency = (setup: Setup, from: NodeId, to: NodeId): Millis => {
  const isCluster = (node: NodeId): boolean => isBrokerNode(node) || node === CONTROLLER
  if (isCluster(from) && isCluster(to)) return setup.links.brokerBroker
  return isOutside(setup, from) || isOutside(setup, to) ? setup.links.outside : setup.links.clientBroker
}
