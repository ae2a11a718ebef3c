import { sourcesOf, type Check } from '../tree.ts'

const MARK = /\b(TODO|FIXME|XXX|HACK)\b/
const OWNED = /\bTODO\([^,()]+, \d{4}-\d{2}-\d{2}\)/

/** A promise without a name and a day is not a promise. Written as `TODO(name, 2026-12-31): what`. */
export const toDos: Check = tree =>
  [...sourcesOf(tree), ...tree.files.filter(file => file.endsWith('.sql'))].filter(file => !file.startsWith('tools/tidy/files/to-dos'))
    .flatMap(file => tree.text(file).split('\n').flatMap((text, index) =>
      MARK.test(text) && !OWNED.test(text) ? [{ file, line: index + 1, message: 'a TODO without owner and day; do it, or write TODO(name, date).' }] : []))
