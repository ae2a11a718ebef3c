import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { localDate } from '#platform/contract/fields.ts'

/** How the nightly backup stands: made, still tried, missed for a whole night, or never made yet. */
export const backupStates = ['fresh', 'waiting', 'late', 'none'] as const
/** How the nightly backup stands. */
export type BackupState = (typeof backupStates)[number]

const instant = z.coerce.date<Date | string>()

/** What the system administrator looks after. */
export const Upkeep = z.object({
  backupState: z.enum(backupStates),
  /** The last 02:30 in China: there should be an archive made since. */
  backupDueAt: instant,
  /** Archives in the data folder, newest first; `bytes` is the size of the file. */
  backups: z.array(z.object({ name: z.string(), madeAt: instant, bytes: z.number().int() })),
  /** Size of the whole database, in bytes. */
  databaseBytes: z.number().int(),
  /** Day of the last head of the audit chain that was written outside the database; null before the first. */
  auditHeadOn: localDate.nullable(),
})
/** What the system administrator looks after. */
export type Upkeep = z.infer<typeof Upkeep>

/** What crosses the wire for 系统运行. */
export const upkeepContract = {
  getUpkeep: base.route({ method: 'GET', path: '/upkeep', summary: '备份和系统运行情况' }).output(Upkeep),
}
