import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { MasterKeys } from '#platform/crypto/master-key.ts'
import type { DatabaseUrls } from '#platform/database/prepare.ts'
import type { Sentence } from '#platform/database/open.ts'
import { writeArchive } from './archive-file.ts'
import { listTables, readSequences, type TableShape } from './catalogue.ts'
import { asOwner } from './connection.ts'
import type { Manifest, Summary } from './manifest.ts'
import { writeRecord, type OutgoingRecord } from './records.ts'
import { BackupRefused } from './refusal.ts'
import { sealAudit } from './seal-audit.ts'

/** What a backup is made of and where it goes. */
export type MakeOptions = {
  urls: DatabaseUrls
  /** Its folders of `keptFolders` go into the archive; `secrets` never does. */
  dataFolder: string
  masterKeys: MasterKeys
  /** Name of the archive; must not exist. */
  target: string
  onProgress?: (sentence: Sentence) => void
}

/** An archive that was made. */
export type MadeBackup = { target: string; bytes: number; manifest: Manifest; summary: Summary }

/** Folders of the data folder that belong to the records and go along: heads of the audit, attachments, imported workbooks. */
export const keptFolders = ['audit-heads', 'files', 'imports'] as const

/**
 * Makes one encrypted archive of database and files. The database is read in one transaction that sees one instant, while others go on
 * writing; memory stays flat whatever the size. A file of the target's name is always a whole archive.
 */
export async function makeBackup(options: MakeOptions): Promise<MadeBackup> {
  const say = options.onProgress ?? (() => {})
  say({ zh: '正在封存审计记录…', en: 'Sealing the audit…' })
  await sealAudit(options)
  return asOwner(options.urls.owner, async (client) => {
    await takeTurn(client)
    // The heads kept outside the database are read before the view is taken, or they might speak of links it does not hold.
    const heads = await listKept(options.dataFolder, 'audit-heads')
    await client.query('begin transaction isolation level repeatable read, read only')
    const manifest = await readManifest(client)
    const summary: Summary = { tables: [], files: { count: 0, bytes: 0 } }
    const content = contentOf({ client, manifest, summary, heads, dataFolder: options.dataFolder, say })
    const bytes = await writeArchive(options.target, options.masterKeys.derive('backup'), content)
    await client.query('commit')
    return { target: options.target, bytes, manifest, summary }
  })
}

/** One backup at a time; the lock ends with the connection. */
async function takeTurn(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(hashtext('xinhuo.backup')) as taken`)
  if (rows[0]?.taken !== true) throw new BackupRefused('ALREADY_RUNNING')
}

async function readManifest(client: pg.Client): Promise<Manifest> {
  const installation = await client.query<{ id: string; epoch: number; now: Date }>('select id, epoch, now() as now from platform.installation')
  const migrations = await client.query<{ name: string; checksum: string }>('select name, checksum from public.migrations order by name')
  const [row] = installation.rows
  if (row === undefined) throw new Error('the database has no row in platform.installation')
  return {
    format: 1, madeAt: row.now.toISOString(), installationId: row.id, epoch: row.epoch, migrations: migrations.rows,
    sequences: await readSequences(client), waiting: await readWaiting(client),
  }
}

/** The queue itself is not in the archive; its waiting jobs come again from the audit, which every job of ours allows. */
async function readWaiting(client: pg.Client): Promise<Manifest['waiting']> {
  const queue = await client.query<{ there: boolean }>(`select to_regclass('graphile_worker.jobs') is not null as there`)
  if (queue.rows[0]?.there !== true) return []
  const { rows } = await client.query<Manifest['waiting'][number]>(`
    select distinct on (e.city_id) e.city_id as "cityId", e.epoch, e.tx::text as tx, e.position::text as position
      from graphile_worker.jobs j join audit.entries e
        on e.city_id = split_part(j.key, ':', 2)::int and e.id = split_part(j.key, ':', 3)::uuid
     where j.key ~ '^[a-z0-9-]+:[0-9]{1,9}:[0-9a-f-]{36}$' and j.attempts < j.max_attempts
     order by e.city_id, e.epoch, e.tx, e.position`)
  return rows
}

type Making = {
  client: pg.Client
  manifest: Manifest
  summary: Summary
  heads: string[]
  dataFolder: string
  say: (sentence: Sentence) => void
}

async function* contentOf(making: Making): AsyncGenerator<Uint8Array> {
  const { client, manifest, summary, dataFolder, say } = making
  yield* writeRecord(asJson({ kind: 'manifest' }, manifest))
  for (const table of await listTables(client)) {
    yield* writeRecord(tableRecord(client, table), (measure) => {
      const rows = measure.rows ?? 0
      summary.tables.push({ name: table.name, rows, bytes: measure.bytes, sha256: measure.sha256 })
      if (rows > 0) say({ zh: `已备份 ${table.name}：${rows} 行`, en: `${table.name}: ${rows} rows` })
    })
  }
  // Files are never changed, so one that is listed after the view was taken is at worst one that nobody asks for.
  const files = await Promise.all([listKept(dataFolder, 'files'), listKept(dataFolder, 'imports')])
  for (const file of [...making.heads, ...files.flat()]) {
    yield* writeRecord({ heading: { kind: 'file', path: file }, content: contentOfFile(path.join(dataFolder, file)) }, ({ bytes }) => {
      summary.files = { count: summary.files.count + 1, bytes: summary.files.bytes + bytes }
    })
  }
  yield* writeRecord(asJson({ kind: 'end' }, summary))
}

function asJson(heading: OutgoingRecord['heading'], value: object): OutgoingRecord {
  return { heading, content: (async function* () { yield Buffer.from(JSON.stringify(value)) })() }
}

function tableRecord(client: pg.Client, table: TableShape): OutgoingRecord {
  const columns = table.columns.join(', ')
  const copying = copyTo(`copy (select ${columns} from ${table.name}) to stdout (format text, encoding 'UTF8')`)
  // The statement is sent only when its turn has come: the content is asked for after the record before was written.
  const content = async function* () {
    yield* client.query(copying) as Readable as AsyncIterable<Uint8Array>
  }
  return { heading: { kind: 'table', ...table }, content: content(), rows: () => copying.rowCount }
}

/** A file that was removed since it was listed counts as empty and is left out at the restore. */
async function* contentOfFile(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file) as AsyncIterable<Uint8Array>
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

/** Files below a kept folder as paths from the data folder; what is still arriving is nobody's yet. */
async function listKept(dataFolder: string, folder: (typeof keptFolders)[number]): Promise<string[]> {
  const entries = await readdir(path.join(dataFolder, folder), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(dataFolder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(path.join(folder, 'incoming'))).toSorted()
}
