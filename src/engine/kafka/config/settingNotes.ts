import { notesOnLeftOut } from './notes/leftOut.ts'
import { type Looked, noteKind, type SettingNote } from './notes/note.ts'
import { notesOfCluster } from './notes/ofCluster.ts'
import { notesOfConsumer } from './notes/ofConsumer.ts'
import { notesOfProducer } from './notes/ofProducer.ts'

/**
 * Settings that Kafka takes and that do less, or something else, than one might think (ACK-01…05, HW-R04, HW-R05, SEQ-06,
 * LEAD-03, CGR-03, CON-06), and those that this model leaves out. A key has one reason why it cannot matter, the nearest.
 */
export const settingNotes = (looked: Looked): readonly SettingNote[] => {
  const notes = [...notesOfProducer(looked), ...notesOfCluster(looked), ...notesOfConsumer(looked)]
  const isIdle = ({ owner, key }: SettingNote): boolean =>
    notes.some((note) => note.owner === owner && note.key === key && noteKind[note.note] === 'idle')
  return [...notes, ...notesOnLeftOut().filter((note) => !isIdle(note))]
}
