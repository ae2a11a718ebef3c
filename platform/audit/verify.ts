import { sql } from 'kysely'
import type { Tx } from '#platform/database/kysely.ts'
import type { Pool } from '#platform/database/pool.ts'
import { runInTransaction } from '#platform/database/transaction.ts'
import { beginCity } from '#platform/jobs/run-as-city.ts'
import { chainStart, entryFields, isDigestAlgorithm, linkOf, type EntryFields } from './chain.ts'
import { readHeads, type AuditHead } from './heads.ts'
import { findWatermark, type LogPlace } from './watermark.ts'

/** What is wrong: altered, missing, reordered or slipped-in entries, missing links, a cut tail, or heads that do not agree. */
export type AuditFinding = {
  kind: 'altered' | 'missing' | 'missing-links' | 'reordered' | 'unsealed' | 'cut' | 'head'
  /** Place in the chain; null where the finding is about none. */
  seq: string | null
  /** Entry; null where it is not known. */
  entryId: string | null
  /** What was found, for the person who checks. */
  message: string
}

/** Outcome of a check of one city's chain. */
export type AuditVerification = { links: number; findings: AuditFinding[]; isCapped: boolean }

type Row = LogPlace & { seq: string; entryId: string; algorithm: string; hash: Buffer; fields: EntryFields | null }
type Walk = { seq: bigint; hash: Uint8Array | undefined; place: LogPlace; heads: Map<string, AuditHead[]>; findings: AuditFinding[]; links: number }

const batch = 2000
/** Findings kept; a chain with more is broken as a whole. */
const findingCap = 1000

/**
 * Recomputes the chain of a city from its first link, batch by batch, and compares it with the entries and with the heads kept
 * outside the database. The pool signs in as the worker.
 */
export async function verifyAudit(pool: Pool, { cityId, dataFolder }: { cityId: number; dataFolder: string }): Promise<AuditVerification> {
  const read = <T>(work: (tx: Tx) => Promise<T>) => runInTransaction(pool, beginCity(cityId), work)
  // Both are read before the walk: what is sealed meanwhile must not look like something missing.
  const watermark = await read((tx) => findWatermark(tx, cityId, 'sealer'))
  const walk: Walk = {
    seq: 0n, hash: chainStart, place: { epoch: 0, tx: '0', position: '0' }, links: 0, ...await expectedHeads(dataFolder, cityId),
  }
  for (;;) {
    const rows = await read((tx) => nextLinks(tx, cityId, walk.seq))
    for (const row of rows) checkLink(walk, row)
    if (rows.length < batch || walk.findings.length >= findingCap) break
  }
  if (walk.findings.length < findingCap) {
    walk.findings.push(...cutTail(walk, watermark), ...await read((tx) => slippedIn(tx, cityId, walk.place)))
  }
  return { links: walk.links, findings: walk.findings.slice(0, findingCap), isCapped: walk.findings.length >= findingCap }
}

async function nextLinks(tx: Tx, cityId: number, after: bigint): Promise<Row[]> {
  // Each link looks up its entry by key. Left alone, the planner gathers "the few entries of the range", which are all, for every batch.
  await sql`select set_config(name, 'off', true) from unnest(array['enable_hashjoin', 'enable_mergejoin', 'enable_material']) name`.execute(tx)
  const { rows } = await sql<Row>`
    select seal.seq::text as seq, seal.entry_id, seal.algorithm, seal.hash, entry.epoch, entry.tx::text as tx, entry.position::text as position,
           case when entry.id is not null then ${entryFields} end as fields
      from audit.seals seal left join audit.entries entry on entry.city_id = seal.city_id and entry.id = seal.entry_id
     where seal.city_id = ${cityId} and seal.seq > ${String(after)}::bigint
     order by seal.seq limit ${batch}`.execute(tx)
  return rows
}

function checkLink(walk: Walk, row: Row): void {
  const seq = BigInt(row.seq)
  const note = (kind: AuditFinding['kind'], message: string) => walk.findings.push({ kind, seq: row.seq, entryId: row.entryId, message })
  if (seq !== walk.seq + 1n) {
    note('missing-links', `第 ${walk.seq + 1n} 至 ${seq - 1n} 号封存记录缺失，请从备份中核对这一段。`)
    walk.hash = undefined
  }
  if (row.fields === null) {
    note('missing', `第 ${row.seq} 号封存所对应的审计记录已被删除。`)
  } else {
    if (walk.hash !== undefined && !agrees(walk.hash, row, row.fields)) note('altered', `第 ${row.seq} 号审计记录或它的封存在封存之后被改动过。`)
    if (isAfter(row, walk.place)) walk.place = { epoch: row.epoch, tx: row.tx, position: row.position }
    else note('reordered', `第 ${row.seq} 号审计记录的先后次序被改动过。`)
  }
  for (const head of walk.heads.get(row.seq) ?? []) {
    if (head.hash !== row.hash.toString('hex')) note('head', `第 ${row.seq} 号封存与 ${head.day} 存于数据库之外的链头不一致，其前的记录可能被整体重写。`)
  }
  walk.heads.delete(row.seq)
  walk.seq = seq
  walk.hash = row.hash
  walk.links += 1
}

function agrees(previous: Uint8Array, row: Row, fields: EntryFields): boolean {
  return isDigestAlgorithm(row.algorithm) && linkOf(row.algorithm, previous, fields).equals(row.hash)
}

function isAfter(place: LogPlace, other: LogPlace): boolean {
  if (place.epoch !== other.epoch) return place.epoch > other.epoch
  if (place.tx !== other.tx) return BigInt(place.tx) > BigInt(other.tx)
  return BigInt(place.position) > BigInt(other.position)
}

async function expectedHeads(dataFolder: string, cityId: number): Promise<Pick<Walk, 'heads' | 'findings'>> {
  const kept = await readHeads(dataFolder, cityId)
  const [heads, findings] = [new Map<string, AuditHead[]>(), [] as AuditFinding[]]
  const note = (message: string) => findings.push({ kind: 'head', seq: null, entryId: null, message })
  if (kept === undefined) note('没有找到存于数据库之外的链头文件，无法发现末尾的记录是否被截去。')
  for (const head of kept ?? []) {
    if (head === undefined) note('链头文件中有一行无法识别，该文件可能被改动过。')
    else if (head.seq !== '0') heads.set(head.seq, [...heads.get(head.seq) ?? [], head])
  }
  return { heads, findings }
}

function cutTail(walk: Walk, watermark: LogPlace): AuditFinding[] {
  const lost = [...walk.heads.values()].flat().filter((head) => BigInt(head.seq) > walk.seq)
  const note = (message: string): AuditFinding => ({ kind: 'cut', seq: String(walk.seq), entryId: null, message })
  const last = lost.at(-1)
  if (last !== undefined) return [note(`${last.day} 时链已封存到第 ${last.seq} 号，现在只到第 ${walk.seq} 号：末尾的记录被截去。`)]
  return isAfter(watermark, walk.place) ? [note(`封存曾到过更后的位置，现在只到第 ${walk.seq} 号：末尾的记录被截去。`)] : []
}

/** Entries that stand before the end of the chain and are not in it: written afterwards with a forged place. */
async function slippedIn(tx: Tx, cityId: number, end: LogPlace): Promise<AuditFinding[]> {
  const { rows } = await sql<{ id: string }>`
    select entry.id from audit.entries entry left join audit.seals seal on seal.city_id = entry.city_id and seal.entry_id = entry.id
     where entry.city_id = ${cityId} and seal.seq is null
       and (entry.epoch, entry.tx, entry.position) <= (${end.epoch}::int, ${end.tx}::bigint, ${end.position}::bigint)
     order by entry.epoch, entry.tx, entry.position limit 100`.execute(tx)
  return rows.map(({ id }) => ({ kind: 'unsealed', seq: null, entryId: id, message: '有一条审计记录插在已封存的记录之前，却不在链中。' }))
}
