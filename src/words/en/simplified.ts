/** What the model leaves out, one sentence each; shown under “What is simplified” and in every answer of Prove it. */
export const simplified: readonly string[] = [
  'Each record is a batch and a request of its own, so that each can be followed.',
  'Links take a fixed time; nothing is ever slowed down by load.',
  'Back-off is exact unless jitter is on; real clients vary it by a fifth.',
  'Every send wakes the sender; a real one wakes only for a batch that is new or full.',
  'Clients are connected, know the leaders and have their producer id when a run begins.',
  'Version questions between client and broker are left out.',
  'Idle followers ask nothing; their fetches wait until there is something new to tell.',
  'Committed offsets lie in one log, on broker 3 at first; a group begins with offset 0 committed.',
  'An idle reader commits nothing that it has committed before.',
  'A reader whose commit throws stops; a real application might go on.',
  'Heartbeats are not sent; a session ends when it would have ended.',
  'Requests are counted per connection; a real client counts over all of its connections.',
  'Serializers, compression, security and quotas are left out.',
  'Disks are never full and never wrong.',
]
