import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportJournal } from '#modules/ledger/exchange/hledger/export-journal.ts'
import { getTrialBalance } from '#modules/ledger/queries/statements/get-trial-balance.ts'
import { livedTwoMonths, openBooks, type BooksScene } from '#modules/ledger/queries/testing/books-scene.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'

const hostile = ' (急)  张:李; note ,|* "x" @ = { 1.00 CNY } 2026-01-01 '

describe('two foreign programs read our books', () => {
  let city: TestCity
  let scene: BooksScene
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'xinhuo-ledger-'))
    city = await openTestCity()
    scene = await openBooks(city)
    await city.owner.query('update ledger.accounts set name = $2 where city_id = $1 and code = $3', [city.cityId, `其他${hostile}收入`, '4901'])
    await livedTwoMonths(scene)
    await postMany(scene)
  }, 900_000)
  afterAll(async () => {
    await city.close()
    await rm(folder, { recursive: true, force: true })
  })

  test.each([2026, 2027])('hledger and ledger have the balance of every account of our 科目余额表 at the end of %i', async (year) => {
    const file = path.join(folder, `${year}.journal`)
    await writeFile(file, await exportedYear(scene, year))
    const ours = await ourBalances(scene, year * 100 + 12)
    expect(ours.size).toBeGreaterThan(8)
    expect(await hledgerBalances(file)).toEqual(ours)
    expect(await ledgerBalances(file)).toEqual(ours)
  })
  test('both find nothing to object to at their strictest: accounts, currency and tags declared, every transaction balanced', async () => {
    const file = path.join(folder, 'checked.journal')
    await writeFile(file, await exportedYear(scene, 2026))
    expect(run('hledger', ['-f', file, 'check', '--strict', 'ordereddates'])).toBe('')
    expect(run('ledger', ['-f', file, '--pedantic', 'balance', '--flat', '不存在的科目'])).toBe('')
  })
})

/** Entries of every size and both signs, one in red, in two years. */
async function postMany({ post, openMonth }: BooksScene): Promise<void> {
  await openMonth(202603)
  await openMonth(202701)
  for (let at = 1; at <= 30; at++) {
    const yuan = (at * 7919) % 1000 / 100 + at
    await post(`2026-03-${String(at).padStart(2, '0')}`, [{ code: '1002', debit: yuan, memo: hostile }, { code: '4901', credit: yuan, fund: 'general' }])
  }
  await post('2026-03-31', [{ code: '5201', debit: -3.05, memo: '红字冲销' }, { code: '1001', credit: -3.05 }])
  await post('2026-03-31', [{ code: '1002', debit: 900_000_000.01 }, { code: '4401', credit: 900_000_000.01, fund: 'general' }])
  await post('2027-01-05', [{ code: '5201', debit: 0.01 }, { code: '1002', credit: 0.01 }])
}

async function exportedYear({ as }: BooksScene, year: number): Promise<Buffer> {
  return as(async (context) => {
    const file = await exportJournal.run(context, { book: '基金会账套', year, format: 'hledger' } as never)
    const parts: Uint8Array[] = []
    for await (const part of file.body) parts.push(part)
    return Buffer.concat(parts)
  })
}

/** Accounts that hold something, by number, in fen. */
async function ourBalances({ as, bookId }: BooksScene, month: number): Promise<Map<string, number>> {
  const { rows } = await as((context) => getTrialBalance(context, { bookId, month }))
  return sorted(rows.filter(({ isLeaf, closingFen }) => isLeaf && closingFen !== 0).map(({ code, closingFen }) => [code, closingFen]))
}

async function hledgerBalances(file: string): Promise<Map<string, number>> {
  const lines = run('hledger', ['-f', file, 'balance', '--flat', '--no-total', '-O', 'csv']).split('\n').slice(1).filter(Boolean)
  return sorted(lines.map((line) => line.slice(1, -1).split('","')).map(([account = '', amount = '']) => [codeOf(account), fenOf(amount)]))
}

async function ledgerBalances(file: string): Promise<Map<string, number>> {
  const lines = run('ledger', ['-f', file, 'balance', '--flat', '--no-total', '--format', '%(account)\t%(amount)\n']).split('\n').filter(Boolean)
  return sorted(lines.map((line) => line.split('\t')).map(([account = '', amount = '']) => [codeOf(account), fenOf(amount)]))
}

const run = (program: string, args: readonly string[]) =>
  execFileSync(program, args, { encoding: 'utf8', env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' } })
const codeOf = (account: string) => /:(\d+) [^:]*$/.exec(account.trim())?.[1] ?? account
const fenOf = (amount: string) => Number(amount.replace(/[ ,]|CNY/g, '').replace(/\.(\d\d)$/, '$1'))
const sorted = (pairs: [string, number][]) => new Map(pairs.sort(([one], [other]) => (one < other ? -1 : 1)))
