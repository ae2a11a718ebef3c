import { readdir, rm } from 'node:fs/promises'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { MasterKeys } from '#platform/crypto/master-key.ts'
import { findCluster } from '#platform/database/embedded/cluster-folder.ts'
import { migrate, readMigrations, type Migration } from '#platform/database/migrate.ts'
import { openDatabase, type OpenDatabase, type Sentence } from '#platform/database/open.ts'
import { proveWhole, readArchive } from './archive-file.ts'
import { listSchemas } from './catalogue.ts'
import { asOwner } from './connection.ts'
import { loadArchive, textOf } from './load.ts'
import { keptFolders } from './make.ts'
import { Manifest, type ArchiveContents, type Summary } from './manifest.ts'
import { readRecords, type IncomingRecord } from './records.ts'
import { BackupRefused } from './refusal.ts'
import { writeHeads } from './seal-audit.ts'

/** Which archive is restored and where to. */
export type RestoreOptions = {
  archive: string
  /** Empty but for its secrets, which hold the imported keys. */
  dataFolder: string
  /** Address of an empty database; undefined makes the embedded one of the data folder. */
  databaseUrl: string | undefined
  masterKeys: MasterKeys
  onProgress?: (sentence: Sentence) => void
}

/** Restores an archive into an empty data folder and an empty database; leaves nothing behind when it cannot. */
export async function restoreBackup(options: RestoreOptions): Promise<ArchiveContents> {
  const { database, contents } = await openRestored(options)
  await database.stop()
  return contents
}

/** As restoreBackup, with the database still open. */
export async function openRestored(options: RestoreOptions): Promise<{ database: OpenDatabase; contents: ArchiveContents }> {
  const say = options.onProgress ?? (() => {})
  say({ zh: '正在检查备份文件…', en: 'Checking the archive…' })
  const key = options.masterKeys.derive('backup')
  await proveWhole(options.archive, key)
  const records = readRecords(readArchive(options.archive, key))
  try {
    const manifest = await readManifest(records)
    const migrations = migrationsFor(manifest, await readMigrations())
    await mustBeEmpty(options)
    return await restoreEmpty(options, { records, manifest, migrations, say })
  } finally {
    await records.return(undefined)
  }
}

type Opened = { records: AsyncGenerator<IncomingRecord>; manifest: Manifest; migrations: Migration[]; say: (sentence: Sentence) => void }

async function restoreEmpty(options: RestoreOptions, opened: Opened) {
  const { dataFolder, databaseUrl, masterKeys } = options
  const { records, manifest, migrations, say } = opened
  const summaries: Summary[] = []
  const schemas = databaseUrl === undefined ? [] : await asOwner(databaseUrl, listSchemas)
  let database: OpenDatabase | undefined
  try {
    database = await openDatabase({ dataFolder, databaseUrl, say, beforeMigrating: async ({ owner }) => {
      await migrate(owner, migrations)
      summaries.push(await loadArchive({ ownerUrl: owner, dataFolder, manifest, records, say }))
    } })
    const [summary] = summaries
    if (summary === undefined) throw new Error('the archive was not loaded')
    await writeHeads({ urls: database.urls, dataFolder, masterKeys })
    return { database, contents: { manifest, summary } }
  } catch (error) {
    await database?.stop()
    await clear(options, schemas)
    throw error
  }
}

async function readManifest(records: AsyncGenerator<IncomingRecord>): Promise<Manifest> {
  const { value } = await records.next()
  if (value?.heading.kind !== 'manifest') throw new BackupRefused('DAMAGED')
  const told: unknown = JSON.parse(await textOf(value))
  const manifest = Manifest.safeParse(told)
  if (!manifest.success) throw new BackupRefused('NEWER_THAN_PROGRAM', manifest.error)
  return manifest.data
}

/** The program's own migrations that the archive's schema had; refuses what this program does not know. */
export function migrationsFor(manifest: Manifest, own: readonly Migration[]): Migration[] {
  const known = new Map(own.map((migration) => [migration.name, migration]))
  return manifest.migrations.map(({ name, checksum }) => {
    const migration = known.get(name)
    if (migration === undefined) throw new BackupRefused('NEWER_THAN_PROGRAM')
    if (migration.checksum !== checksum) throw new BackupRefused('OTHER_MIGRATIONS')
    return migration
  })
}

async function mustBeEmpty({ dataFolder, databaseUrl }: RestoreOptions): Promise<void> {
  const places = [...keptFolders, ...databaseUrl === undefined ? ['cluster', 'cluster-location.json'] : []]
  for (const place of places) {
    const full = path.join(dataFolder, place)
    const entries = await readdir(full, { recursive: true, withFileTypes: true }).catch(() => [])
    const isTaken = place.startsWith('cluster') ? existsSync(full) : entries.some((entry) => entry.isFile())
    if (isTaken) throw new BackupRefused('TARGET_NOT_EMPTY')
  }
  if (databaseUrl !== undefined && (await asOwner(databaseUrl, listSchemas)).includes('platform')) throw new BackupRefused('TARGET_NOT_EMPTY')
}

/** Takes away what an unfinished restore made, so that it can be tried again; the secrets stay. */
async function clear({ dataFolder, databaseUrl }: RestoreOptions, schemas: string[]): Promise<void> {
  for (const folder of keptFolders) await rm(path.join(dataFolder, folder), { recursive: true, force: true })
  if (databaseUrl === undefined) return removeCluster(dataFolder)
  await asOwner(databaseUrl, async (client) => {
    const made = (await listSchemas(client)).filter((schema) => !schemas.includes(schema))
    if (made.length > 0) await client.query(`drop schema ${made.join(', ')} cascade`)
    await client.query('drop table if exists public.migrations')
  })
}

/** Removes the cluster of a data folder, also one that lies elsewhere, with the note of where it lies. */
export async function removeCluster(dataFolder: string): Promise<void> {
  for (const place of placesOf(dataFolder)) await rm(place, { recursive: true, force: true })
}

/** The same for a process that is ending and can wait for nothing. */
export function removeClusterAtOnce(dataFolder: string): void {
  for (const place of placesOf(dataFolder)) rmSync(place, { recursive: true, force: true })
}

function placesOf(dataFolder: string): string[] {
  const folder = path.resolve(dataFolder)
  const note = path.join(folder, 'cluster-location.json')
  const cluster = findCluster(folder).path
  return [existsSync(note) ? path.dirname(cluster) : path.join(folder, 'cluster'), note]
}
