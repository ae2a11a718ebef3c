import { sourcesOf, type Check } from '../tree.ts'

const LIMIT = 160

/** Wider lines are not read to their end; 140 is the aim. */
export const lineLength: Check = tree =>
  sourcesOf(tree).filter(file => file !== 'platform/database/rows.ts').flatMap(file => tree.text(file).split('\n').flatMap((text, index) =>
    text.length <= LIMIT ? [] : [{ file, line: index + 1, message: `the line has ${text.length} characters; at most ${LIMIT}.` }]))
