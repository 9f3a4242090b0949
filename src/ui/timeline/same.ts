import type { Primitive, Scene } from '../../timeline/index.ts'

const written = new WeakMap<Primitive, string>()
const textOf = (mark: Primitive): string => {
  const text = written.get(mark) ?? JSON.stringify(mark)
  written.set(mark, text)
  return text
}

const kept = (marks: readonly Primitive[], before: readonly Primitive[]): readonly Primitive[] => {
  const old = new Map(before.map((mark) => [mark.id, mark]))
  return marks.map((mark) => {
    const known = old.get(mark.id)
    return known !== undefined && textOf(known) === textOf(mark) ? known : mark
  })
}

/** A mark that is equal to the one before it is that one: whoever draws it has nothing to do. */
export const keepMarks = (scene: Scene, before: Scene | null): Scene =>
  before === null
    ? scene
    : { ...scene, primitives: kept(scene.primitives, before.primitives), legend: kept(scene.legend, before.legend) }
