import type { MasterKeys } from '#platform/crypto/master-key.ts'

/** What this running program stands on, made once at start. */
export type Installation = {
  /** Restore count of the database; first part of the order of its logs. */
  readonly epoch: number
  /** Folder of everything that is not in the database: secrets, files, backups. */
  readonly dataFolder: string
  /** Keys that open everything personal; they hide themselves from logs. */
  readonly masterKeys: MasterKeys
}
