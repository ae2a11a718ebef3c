import { StartRefused, type Sentence } from '#platform/database/open.ts'
import { LaunchError } from '#platform/database/embedded/start.ts'
import { KeyFileRefused } from '#platform/crypto/master-key.ts'
import { BackupRefused } from '#platform/backup/refusal.ts'
import { CommandRefused } from './command.ts'

/** The sentence of an error that is for the person at the server; undefined for a defect. */
export function sentenceOf(error: unknown): Sentence | undefined {
  if (error instanceof CommandRefused || error instanceof StartRefused || error instanceof BackupRefused) return error.sentence
  if (error instanceof LaunchError) return { zh: error.zh, en: error.en }
  if (error instanceof KeyFileRefused) return {
    zh: error.message, en: 'The keys cannot be used: a key file is missing, damaged, of another installation, or the passphrase is wrong.',
  }
  return undefined
}
