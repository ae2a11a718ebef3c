import { mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { lastLink } from './seal.ts'

/** The last link of a chain as it was on a day, kept outside the database: a tail that is cut off later cannot be seen from inside. */
export type AuditHead = { day: string; seq: string; hash: string }

/** Appends the present head of the city's chain to its file in the data folder and waits until it is on the disk. */
export async function writeHead(context: Context): Promise<void> {
  const { actor: { cityId }, installation: { dataFolder }, today } = context
  const { seq, hash } = await lastLink(context)
  const head: AuditHead = { day: today, seq: String(seq), hash: Buffer.from(hash).toString('hex') }
  const file = headsFile(dataFolder, cityId)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.write(`${JSON.stringify(head)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes the head once a day; the program also writes it at every start. */
export const writeAuditHead: JobDefinition = { name: 'write-audit-head', schedule: '5 0 * * *', run: (context) => writeHead(context) }

/** The heads kept for a city, oldest first; undefined when there is no file. A line that is not a head is given as undefined. */
export async function readHeads(dataFolder: string, cityId: number): Promise<(AuditHead | undefined)[] | undefined> {
  try {
    const text = await readFile(headsFile(dataFolder, cityId), 'utf8')
    return text.split('\n').filter((line) => line !== '').map(headOf)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function headsFile(dataFolder: string, cityId: number): string {
  return path.join(dataFolder, 'audit-heads', `${cityId}.jsonl`)
}

function headOf(line: string): AuditHead | undefined {
  try {
    const head: unknown = JSON.parse(line)
    return isHead(head) ? head : undefined
  } catch {
    return undefined
  }
}

function isHead(value: unknown): value is AuditHead {
  const head = value as Partial<AuditHead> | null
  return typeof head === 'object' && head !== null && typeof head.day === 'string'
    && /^\d{1,18}$/.test(String(head.seq)) && /^[0-9a-f]{64}$/.test(String(head.hash))
}
