import { LaunchError } from '#platform/database/embedded/start.ts'
import type { Sentence } from '#platform/database/open.ts'

/** The sentence of an error that is for the person at the server; undefined for a defect. */
export function sentenceOf(error: unknown): Sentence | undefined {
  if (error instanceof LaunchError) return { zh: error.zh, en: error.en }
  // Refusals of the keys, of the database's start, of backups, of the demo and of commands all carry one.
  return error instanceof Error && 'sentence' in error && isSentence(error.sentence) ? error.sentence : undefined
}

function isSentence(value: unknown): value is Sentence {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}
