import type { Sentence } from '#platform/database/open.ts'

/** Says what the program is doing, in both languages, on one line. */
export function say(sentence: Sentence): void {
  process.stdout.write(`${sentence.zh}  ${sentence.en}\n`)
}

/** One log line of the server, as JSON on standard error. */
export function log(line: Record<string, unknown>): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`)
}
