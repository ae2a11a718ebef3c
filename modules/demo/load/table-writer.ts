import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { Insertable } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { DB } from '#platform/database/rows.ts'
import { copyLine, type CopyValue } from './copy-text.ts'

/** Every table the demo fills, in the order in which rows may be written: what is referred to stands before what refers. */
const tables = [
  'organization.units', 'organization.unitSearchTerms', 'organization.unitChanges', 'organization.posts', 'organization.terms',
  'volunteers.volunteers', 'volunteers.personKeys', 'volunteers.searchTerms', 'volunteers.clearances', 'volunteers.insurances',
  'children.households', 'children.children', 'children.identities', 'children.personKeys', 'children.guardians', 'children.facts',
  'children.derivedTypes', 'children.consents', 'children.searchTerms', 'children.personIndex',
  'care.cases', 'care.assessments', 'care.pairings', 'care.visits', 'care.visitVolunteers',
  'aid.needs', 'aid.acts', 'aid.shares', 'aid.wishes', 'aid.claims', 'aid.publishedWishes',
  'accounts.accounts', 'accounts.credentials', 'accounts.grants', 'children.accessGrants',
  'ledger.books', 'ledger.charts', 'ledger.accounts', 'ledger.funds', 'ledger.fundBalances', 'ledger.periods', 'ledger.periodChanges', 'ledger.vouchers',
  'ledger.voucherLines', 'ledger.journals', 'ledger.postings', 'ledger.voucherJournals', 'charity.donors', 'charity.donorTerms',
  'charity.agreements', 'charity.instalments', 'charity.qualifications', 'charity.campaigns', 'charity.gifts', 'charity.giftChanges',
  'duties.boardMembers', 'duties.meetings', 'duties.attendances', 'duties.relatedParties', 'duties.resolutions', 'duties.votes', 'duties.occasions',
  'duties.disclosures', 'duties.earlierYears', 'figures.facts', 'audit.entries',
] as const satisfies readonly (keyof DB)[]

/** A table the demo fills. */
export type FilledTable = (typeof tables)[number]

type Buffered = { columns: string[]; lines: string[] }

/** Signs gathered before they are sent: large enough to make statements rare, small enough to keep memory flat. */
const gatheredSigns = 6_000_000

/**
 * Gathers rows by table and sends them by COPY. `send` hands over what is gathered when it is enough; the database then works while
 * the next rows are invented.
 */
export class TableWriter {
  readonly counts = new Map<string, number>()
  #client: pg.Client
  #buffers = new Map<FilledTable, Buffered>()
  #signs = 0
  #sending: Promise<void> = Promise.resolve()

  constructor(client: pg.Client) {
    this.#client = client
  }

  /** Takes rows of a table; all rows of one table name the same columns. */
  add<Table extends FilledTable>(table: Table, ...rows: Insertable<DB[Table]>[]): void {
    for (const row of rows) {
      const buffered = this.#bufferOf(table, row)
      const values = buffered.columns.map((column) => (row as Record<string, CopyValue>)[column])
      if (Object.keys(row).length !== buffered.columns.length) throw new Error(`rows of ${table} must all name the same columns`)
      const line = copyLine(values)
      buffered.lines.push(line)
      this.#signs += line.length
    }
    this.counts.set(table, (this.counts.get(table) ?? 0) + rows.length)
  }

  /** Sends what is gathered if it is enough; waits for what was sent before. */
  async send(always = false): Promise<void> {
    if (!always && this.#signs < gatheredSigns) return
    const buffers = this.#buffers
    this.#buffers = new Map()
    this.#signs = 0
    await this.#sending
    this.#sending = this.#copyAll(buffers)
    this.#sending.catch(() => {})
  }

  /** Sends everything and waits until the database has it. */
  async finish(): Promise<void> {
    await this.send(true)
    await this.#sending
  }

  #bufferOf(table: FilledTable, row: object): Buffered {
    const known = this.#buffers.get(table)
    if (known !== undefined) return known
    const made = { columns: Object.keys(row), lines: [] }
    this.#buffers.set(table, made)
    return made
  }

  async #copyAll(buffers: ReadonlyMap<FilledTable, Buffered>): Promise<void> {
    for (const table of tables) {
      const buffered = buffers.get(table)
      if (buffered !== undefined) await copyRows(this.#client, table, buffered)
    }
  }
}

async function copyRows(client: pg.Client, table: FilledTable, { columns, lines }: Buffered): Promise<void> {
  const stream: Writable = client.query(copyFrom(`copy ${snakeCase(table)} (${columns.map(snakeCase).join(', ')}) from stdin`))
  for (let from = 0; from < lines.length; from += 500) {
    if (!stream.write(lines.slice(from, from + 500).join(''))) await drained(stream)
  }
  stream.end()
  await finished(stream)
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const drained = (stream: Writable) => new Promise<void>((resolve, reject) => {
  const settle = (act: () => void) => () => {
    stream.off('drain', onDrain).off('error', onError)
    act()
  }
  const onDrain = settle(resolve)
  const onError = (error: Error) => settle(() => reject(error))()
  stream.on('drain', onDrain).on('error', onError)
})
