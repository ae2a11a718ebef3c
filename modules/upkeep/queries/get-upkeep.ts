import { sql } from 'kysely'
import { readHeads } from '#platform/audit/heads.ts'
import { backupFolder, lastDueAt } from '#platform/backup/daily.ts'
import { listBackups } from '#platform/backup/retention.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRunSystem } from '../access.ts'
import type { Upkeep } from '../contract.ts'
import { backupStateOf } from '../rules/backup-state.ts'

/** How backups, the audit's head and the size of the database stand now. */
export async function getUpkeep(context: Context): Promise<Upkeep> {
  mustRunSystem(context.actor)
  const { tx, actor, now, installation: { dataFolder } } = context
  const [backups, heads, size] = await Promise.all([
    listBackups(backupFolder(dataFolder)), readHeads(dataFolder, actor.cityId),
    sql<{ bytes: string }>`select pg_database_size(current_database())::text as bytes`.execute(tx),
  ])
  const backupDueAt = lastDueAt(now)
  return {
    backupState: backupStateOf(backups[0]?.madeAt, backupDueAt), backupDueAt, backups, databaseBytes: Number(size.rows[0]?.bytes ?? 0),
    auditHeadOn: heads?.at(-1)?.day ?? null,
  }
}
