import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Sentence } from '#platform/database/open.ts'
import { listPutAside, listTables, type TableShape } from './catalogue.ts'
import { asOwner } from './connection.ts'
import { keptFolders } from './make.ts'
import { Summary, type Manifest } from './manifest.ts'
import type { IncomingRecord } from './records.ts'
import { BackupRefused } from './refusal.ts'

/** An archive opened behind its manifest, and where its content goes. */
export type Loading = {
  ownerUrl: string
  dataFolder: string
  manifest: Manifest
  /** The records that follow the manifest. */
  records: AsyncIterable<IncomingRecord>
  say: (sentence: Sentence) => void
}

/** Fills a database of the archive's schema and the data folder. The database changes in one transaction: wholly or not at all. */
export async function loadArchive(loading: Loading): Promise<Summary> {
  return asOwner(loading.ownerUrl, async (client) => {
    await client.query('begin')
    const tables = await listTables(client)
    const aside = await listPutAside(client)
    await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
    for (const { before } of aside) await client.query(before)
    const summary = await loadRecords(client, tables, loading)
    loading.say({ zh: '正在检查数据之间的联系…', en: 'Checking the references between rows…' })
    for (const { after } of aside) await client.query(after)
    await moveOn(client, loading.manifest)
    await client.query('commit')
    await client.query('analyze')
    return summary
  })
}

async function loadRecords(client: pg.Client, tables: TableShape[], { records, dataFolder, say }: Loading): Promise<Summary> {
  const shapes = new Map(tables.map((table) => [table.name, table.columns.join()]))
  const loaded: Summary = { tables: [], files: { count: 0, bytes: 0 } }
  for await (const record of records) {
    const { heading } = record
    if (heading.kind === 'table') {
      if (shapes.get(heading.name) !== heading.columns.join()) throw new BackupRefused('OTHER_MIGRATIONS')
      const rows = await loadTable(client, heading, record)
      const { bytes, sha256 } = record.measure()
      loaded.tables.push({ name: heading.name, rows, bytes, sha256 })
      if (rows > 0) say({ zh: `已恢复 ${heading.name}：${rows} 行`, en: `${heading.name}: ${rows} rows` })
    } else if (heading.kind === 'file') {
      await loadFile(dataFolder, heading.path, record)
      loaded.files = { count: loaded.files.count + 1, bytes: loaded.files.bytes + record.measure().bytes }
    } else {
      mustAgree(loaded, Summary.parse(JSON.parse(await textOf(record))), shapes.size)
    }
  }
  return loaded
}

async function loadTable(client: pg.Client, table: TableShape, record: IncomingRecord): Promise<number> {
  const sink = client.query(copyFrom(`copy ${table.name} (${table.columns.join(', ')}) from stdin (format text, encoding 'UTF8')`))
  await pipeline(record.content, sink)
  return sink.rowCount
}

/** The bytes were compared with their hash while they passed; a file that was gone when the archive was made is left out. */
async function loadFile(dataFolder: string, file: string, record: IncomingRecord): Promise<void> {
  mustStayInside(file)
  const place = path.join(dataFolder, file)
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
  await pipeline(record.content, createWriteStream(place, { flags: 'wx', mode: 0o600, flush: true }))
  if (record.measure().bytes === 0) await rm(place)
}

function mustStayInside(file: string): void {
  const [folder, ...rest] = file.split('/')
  const isKept = keptFolders.some((kept) => kept === folder) && rest.length > 0
  if (!isKept || !rest.every((part) => /^[\w-][\w.-]*$/.test(part))) throw new BackupRefused('DAMAGED')
}

/** Every table of the schema came, with as many rows and the same bytes as when the archive was made. */
function mustAgree(loaded: Summary, told: Summary, tableCount: number): void {
  const isSame = JSON.stringify(loaded) === JSON.stringify(told)
  if (!isSame || loaded.tables.length !== tableCount) throw new BackupRefused('DAMAGED')
}

/** The JSON of a record. */
export async function textOf(record: IncomingRecord): Promise<string> {
  const blocks: Uint8Array[] = []
  for await (const block of record.content) blocks.push(block)
  return Buffer.concat(blocks).toString('utf8')
}

/** A restored database is a new installation: its logs continue in a new epoch, its sequences behind the rows they numbered. */
async function moveOn(client: pg.Client, manifest: Manifest): Promise<void> {
  for (const { name, value, isCalled } of manifest.sequences) await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, isCalled])
  await client.query('update platform.installation set id = gen_random_uuid(), epoch = $1, restored_from = $2', [manifest.epoch + 1, manifest.installationId])
  for (const place of manifest.waiting) {
    await client.query(`
      update audit.watermarks set epoch = $2, tx = $3::bigint, position = $4::bigint - 1
       where city_id = $1 and reader = 'relay' and (epoch, tx, position) >= ($2, $3::bigint, $4::bigint)`,
    [place.cityId, place.epoch, place.tx, place.position])
  }
}
