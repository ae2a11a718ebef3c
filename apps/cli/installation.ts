import { existsSync } from 'node:fs'
import path from 'node:path'
import { recordAudit, type AuditEntry } from '#platform/audit/record.ts'
import { forEachCity, hasCities, type OpenedInstallation } from '#platform/backup/each-city.ts'
import { hasMasterKeys, loadMasterKeys, loadOrCreateMasterKeys } from '#platform/crypto/master-key.ts'
import { openDatabase } from '#platform/database/open.ts'
import { runAsCity } from '#platform/jobs/run-as-city.ts'
import { CommandRefused, sayTo, type Call } from './command.ts'

/** Runs work on an existing installation: beside its running server, or on a database that is started for it and stopped again. */
export async function withInstallation<T>(call: Call, work: (installation: OpenedInstallation) => Promise<T>): Promise<T> {
  const { dataFolder, databaseUrl, terminal } = call
  mustExist(call)
  const database = await openDatabase({ dataFolder, databaseUrl, attach: true, say: sayTo(terminal) })
  try {
    // A database that holds people needs the keys that sealed them; an empty one gets its first.
    const mayMake = !hasMasterKeys(dataFolder) && !await hasCities(database.urls)
    const masterKeys = mayMake ? loadOrCreateMasterKeys(dataFolder) : loadMasterKeys(dataFolder)
    return await work({ urls: database.urls, dataFolder, masterKeys })
  } finally {
    await database.stop()
  }
}

/** A mistyped folder must not become a new and empty installation. */
export function mustExist({ dataFolder, databaseUrl }: Call): void {
  if (databaseUrl !== undefined || ['cluster', 'cluster-location.json'].some((name) => existsSync(path.join(dataFolder, name)))) return
  throw new CommandRefused({
    zh: `${dataFolder} 里没有薪火的数据，请用 XINHUO_DATA 指定数据文件夹，或用 DATABASE_URL 指定数据库。`,
    en: `There is no Xinhuo data in ${dataFolder}: name the data folder by XINHUO_DATA, or the database by DATABASE_URL.`,
  })
}

/** Leaves a trace in the audit of every city of what was done at the server, by whoever holds it. */
export async function recordAtServer(installation: OpenedInstallation, entry: Omit<AuditEntry, 'subjectKind'>): Promise<void> {
  await forEachCity(installation, async (ground, cityId) => {
    await runAsCity(ground, cityId, (context) => recordAudit(context, { subjectKind: 'installation', ...entry }))
  })
}
