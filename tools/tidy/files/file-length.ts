import { isTest, sourcesOf, type Check } from '../tree.ts'

const LIMIT = 300
const TEST_LIMIT = 600
const GENERATED = /^platform\/database\/rows\.ts$/

/** A file that does not fit in a reader's head is two files. */
export const fileLength: Check = tree =>
  sourcesOf(tree).filter(file => !GENERATED.test(file)).flatMap(file => {
    const lines = tree.text(file).trimEnd().split('\n').length
    const limit = isTest(file) ? TEST_LIMIT : LIMIT
    return lines <= limit ? [] : [{ file, message: `${lines} lines; at most ${limit}. Split it by what it talks about.` }]
  })
