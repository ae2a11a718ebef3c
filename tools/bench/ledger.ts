import { randomUUID } from 'node:crypto'
import { modules } from '#apps/server/modules.ts'
import { postJournal, type Line } from '#modules/ledger/index.ts'
import { runAsActor } from '#platform/http/bind.ts'
import { newId } from '#platform/crypto/id.ts'
import { openPool, type Pool } from '#platform/database/pool.ts'
import { tokenFromCookie } from '#platform/http/session-token.ts'
import { asWorker } from '#platform/jobs/inline.ts'
import { prepareTellers, scriptRate, type Script } from './drive.ts'
import { median } from './load.ts'
import { atLeast, atMost, type Measure } from './measure.ts'
import { signIn, staffOf } from './requests.ts'
import { benchCity, type Scene } from './scene.ts'

/** Many brief rounds: what else the machine does weighs on few of them. */
const load = { clients: 8, seconds: 2 }
const longLoad = { clients: 8, seconds: 5 }
/** Postings behind the trial balance that is measured. */
const million = 1_000_000

/** Books that were opened for a measurement. */
export type Books = { bookId: string; bank: string; income: string; funds: string[]; scopeCode: string; month: number; datedOn: string }

/** What the ledger costs beside TPC-B on the same cluster, with 8 clients each; the trial balance of a million postings beside adding them all up. */
export async function measureLedger(scene: Scene): Promise<Measure[]> {
  const cookie = await signIn(scene, await staffOf(scene, 'accountant'))
  const books = await openBooks(scene, cookie, `评测账套${Date.now()}`)
  const { owner: url, app } = scene.ground.database.urls
  const tellers = await prepareTellers(scene.owner)
  // Like a program that has run for a while: its connections stand, and know their statements.
  const pool = openPool(app, { max: load.clients })
  const rounds: { sql: number; alike: number; command: number }[] = []
  try {
    await commandRate({ scene, pool }, cookie, books)
    // Batches write a hundred times as much, which the cluster still brings to disk while the next is measured: they come last, beside a limit of their own.
    for (let round = 0; round < 9; round++) {
      const bare = await scriptRate(url, tellers, load)
      const sql = await scriptRate(url, postingScript(scene, books, 1), { ...load, isPrepared: true })
      rounds.push({ sql: sql / bare, alike: sql / await scriptRate(url, tellers, { ...load, isPrepared: true }),
        command: await commandRate({ scene, pool }, cookie, books) / bare })
    }
  } finally {
    await pool.end()
  }
  const batches: number[] = []
  for (let round = 0; round < 3; round++) {
    const bare = await scriptRate(url, tellers, longLoad)
    batches.push(100 * await scriptRate(url, postingScript(scene, books, 100), { ...longLoad, isPrepared: true }) / bare)
  }
  const middle = (of: 'sql' | 'alike' | 'command') => median(rounds.map((round) => round[of]))
  return [
    atLeast('journals by the SQL of a posting, 8 clients', middle('sql'), 1,
      `of TPC-B on the same cluster as pgbench runs it; ${middle('alike').toFixed(2)} where its statements are prepared as well`),
    atLeast('journals in batches of 100, 8 clients', median(batches), 3, 'of TPC-B on the same cluster'),
    atLeast('journals by the whole command, 8 clients', middle('command'), 0.5, 'of TPC-B on the same cluster'),
    await measureTrialBalance(scene, cookie),
  ]
}

/** Books with ten restricted funds: as many rows are fought for as TPC-B has branches. */
export async function openBooks(scene: Scene, cookie: string, name: string): Promise<Books> {
  const datedOn = scene.ground.clock.today()
  const month = Number(datedOn.slice(0, 7).replace('-', ''))
  const { id: bookId } = await call<{ id: string }>(scene, cookie, '/api/books',
    { unit: (await staffOf(scene, 'accountant')).unitCode, name, holderKind: 'charity', standard: '2004', startsMonth: month })
  const { items } = await call<{ items: { id: string; code: string }[] }>(scene, cookie, `/api/books/${bookId}/accounts`)
  const accountOfCode = (code: string) => items.find((item) => item.code === code)?.id ?? ''
  const funds: string[] = []
  for (let index = 0; index < 10; index++) {
    funds.push((await call<{ id: string }>(scene, cookie, `/api/books/${bookId}/funds`,
      { code: String(index + 1).padStart(2, '0'), name: `资金${index + 1}`, restriction: 'purpose', purpose: '助学' })).id)
  }
  const { rows: [book] } = await scene.owner.query<{ scope_code: string }>(
    'select scope_code::text from ledger.books where city_id = $1 and id = $2', [benchCity, bookId])
  return { bookId, bank: accountOfCode('1002'), income: accountOfCode('4101'), funds, scopeCode: book?.scope_code ?? '', month, datedOn }
}

/**
 * The SQL of a posting: a gift into a restricted fund, without rights and audit. As the command does, it writes journal, balance and lines by one statement,
 * which the database has parsed before; several at once stand in one transaction.
 */
function postingScript(scene: Scene, books: Books, count: number): Script {
  const { journals, balance, lines } = postingParts(scene, books, { from: 1, until: count })
  return [
    String.raw`\set a random(1, 2147483647)`, String.raw`\set b random(1, 65535)`, String.raw`\set fund random(1, 10)`,
    'begin', `with w0 as (${journals}), w1 as (${balance}) ${lines}`, 'end',
  ]
}

function postingParts({ ground }: Scene, { bookId, scopeCode, month, datedOn, bank, income, funds }: Books, { from, until }: { from: number; until: number }):
{ journals: string; balance: string; lines: string } {
  const ofFund = `(array['${funds.join("','")}']::uuid[])[:fund::int]`
  // As the program gives them: the milliseconds first, so that what is new lies together in every index.
  const id = `(lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || lpad(to_hex(:a::bigint), 8, '0') || lpad(to_hex(:b::bigint), 4, '0')
    || lpad(to_hex(n), 8, '0'))::uuid`
  const some = `generate_series(${from}, ${until}) n`
  return {
    journals: `insert into ledger.journals (city_id, id, scope_code, book_id, month, dated_on, kind, memo, idempotency_key, request_hash, line_count, source,
       posted_name, posted_at) select ${benchCity}, ${id}, ${scopeCode}, '${bookId}', ${month}, '${datedOn}', 'ordinary', '评测', ${id}::text, '', 2, 'bench',
       '评测', now() from ${some}`,
    balance: `update ledger.fund_balances set balance_fen = balance_fen + ${(until - from + 1) * 100} where city_id = ${benchCity} and fund_id = ${ofFund}`,
    lines: `insert into ledger.postings (city_id, journal_id, seq, scope_code, book_id, month, dated_on, kind, account_id, side, amount_fen, memo, fund_id,
         restriction, epoch)
       select ${benchCity}, ${id}, seq, ${scopeCode}, '${bookId}', ${month}, '${datedOn}', 'ordinary',
         case seq when 1 then '${bank}'::uuid else '${income}' end, case seq when 1 then 'debit' else 'credit' end, case seq when 1 then 100 else -100 end,
         '评测', case seq when 2 then ${ofFund} end, case seq when 1 then 'none' else 'purpose' end, ${ground.installation.epoch}
       from ${some}, generate_series(1, 2) seq`,
  }
}

/** Journals a second by the command itself, run as an operation runs it: session, policies, checks, audit and outbox. */
async function commandRate({ scene, pool }: { scene: Scene; pool: Pool }, cookie: string, books: Books): Promise<number> {
  const token = tokenFromCookie(cookie)
  const request = { id: randomUUID(), address: '127.0.0.1', device: 'bench', idempotencyKey: null, setSessionToken: () => {} }
  const line = (accountId: string, amountFen: number, fundId: string | null): Line => ({
    memo: '评测', accountId, side: amountFen > 0 ? 'debit' : 'credit', amountFen, fundId, projectId: null, projectLabel: null, costClass: null, flowItem: null })
  const end = performance.now() + load.seconds * 1000
  const counts = await Promise.all(Array.from({ length: load.clients }, async () => {
    let count = 0
    for (; performance.now() < end; count++) {
      const fund = books.funds[Math.floor(Math.random() * books.funds.length)] ?? null
      await runAsActor({ request, token, meta: {}, isAhead: true }, { ...scene.ground, pool }, (context) => postJournal(context, {
        bookId: books.bookId, key: newId(), datedOn: books.datedOn, memo: '评测', source: 'bench',
        lines: [line(books.bank, 100, null), line(books.income, -100, fund)],
      }))
    }
    return count
  }))
  return counts.reduce((sum, count) => sum + count, 0) / load.seconds
}

/** The trial balance as the page asks for it, beside the sum over all postings of the books. */
async function measureTrialBalance(scene: Scene, cookie: string): Promise<Measure> {
  const books = await millionBooks(scene, cookie)
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < 5; round++) {
    ours.push(await timeOf(() => call(scene, cookie, `/api/books/${books.bookId}/trial-balance?month=${books.month}`)))
    bare.push(await timeOf(() => scene.owner.query(`select account_id, sum(amount_fen), sum(amount_fen) filter (where side = 'debit') from ledger.postings
      where city_id = $1 and book_id = $2 group by account_id`, [benchCity, books.bookId])))
  }
  return atMost('trial balance of 1,000,000 postings', median(ours) / median(bare), 0.1, 'of GROUP BY over all postings')
}

const millionName = '百万分录账套'

/** Books of a million postings, made once for a loaded city and folded as the job does it. */
async function millionBooks(scene: Scene, cookie: string): Promise<Books> {
  const { rows: [known] } = await scene.owner.query<{ id: string; month: number }>(`select b.id, b.starts_month as month from ledger.books b
    where b.city_id = $1 and b.name like $2 and exists (select from ledger.postings p where p.city_id = b.city_id and p.book_id = b.id)`,
  [benchCity, `${millionName}%`])
  const books = known === undefined ? await openBooks(scene, cookie, `${millionName}${Date.now()}`)
    : { bookId: known.id, month: known.month, bank: '', income: '', funds: [], scopeCode: '', datedOn: '' }
  if (known === undefined) {
    // All or nothing: a bench that is broken off leaves no books that seem to be full.
    await scene.owner.query('begin')
    for (let from = 1; from <= million / 2; from += 10_000) await fillBooks(scene, books, { from, until: from + 9999 })
    await scene.owner.query('commit')
    await scene.owner.query('analyze ledger.postings, ledger.journals')
  }
  await workOff(scene, { name: 'fold-postings', reader: 'ledger' })
  return books
}

/** Journals of one yuan each, fund by fund in turn. */
async function fillBooks(scene: Scene, books: Books, range: { from: number; until: number }): Promise<void> {
  const { journals, lines } = postingParts(scene, books, range)
  const filled = (text: string) => text.replaceAll(':a::', '1::').replaceAll(':b::', '2::').replaceAll('[:fund::int]', '[1 + n % 10]')
  const count = range.until - range.from + 1
  await scene.owner.query(filled(journals))
  await scene.owner.query(filled(lines))
  await scene.owner.query(`update ledger.fund_balances set balance_fen = balance_fen + ${count * 10}
    where city_id = ${benchCity} and fund_id = any('{${books.funds.join(',')}}'::uuid[])`)
}

/**
 * Runs the job that reads the log of postings until nothing is left for it, as the minutes after such a load do; while the program's own job has the turn,
 * it is waited for.
 */
export async function workOff({ ground, owner }: Scene, { name, reader }: { name: string; reader: string }): Promise<void> {
  const job = modules.flatMap(({ jobs }) => jobs).find((one) => one.name === name)
  if (job === undefined) throw new Error(`there is no job ${name}`)
  for (let tries = 0; tries < 600; tries++) {
    await asWorker({ cityId: Number(benchCity), urls: ground.database.urls, ground }, (work) => work((context) => job.run(context, null)))
    const { rows: [left] } = await owner.query(`select 1 from ledger.postings p where p.city_id = $1 and (p.epoch, p.tx, p.position) > (
      select w.epoch, w.tx, w.position from audit.watermarks w where w.city_id = $1 and w.reader = $2) limit 1`, [benchCity, reader])
    if (left === undefined) return
    await new Promise((resolve) => { setTimeout(resolve, 500) })
  }
  throw new Error(`${name} had postings of the bench left after five minutes`)
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Asks our server. */
export async function call<T>(scene: Scene, cookie: string, address: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${scene.address}${address}`, body === undefined ? { headers: { cookie } }
    : { method: 'POST', headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
  return await answer.json() as T
}
