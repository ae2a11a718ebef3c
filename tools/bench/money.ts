import { setTimeout as wait } from 'node:timers/promises'
import { call, openBooks, workOff, type Books } from './ledger.ts'
import { ratioOf } from './load.ts'
import { atLeast, atMost, type Measure } from './measure.ts'
import { signIn, staffOf } from './requests.ts'
import { benchCity, type Scene } from './scene.ts'

/** Gifts and payments that lie in the fund beside the gift that is traced. */
const movements = 2000
const lineCount = 10_000

/** What people wait for in the foundation: the trail of a gift, and a file of a bank that comes in. */
export async function measureMoney(scene: Scene): Promise<Measure[]> {
  return [await measureTrail(scene), ...await measureBankLines(scene, await signIn(scene, await staffOf(scene, 'accountant')))]
}

/** Where one gift went, as the page asks for it, beside a point read of its journal by the bare server. */
async function measureTrail(scene: Scene): Promise<Measure> {
  const { cookie, giftId, journalId } = await giveOnce(scene)
  const bare = await scene.bare({
    path: '/journal', statements: [{
      text: `select j.*, (select json_agg(p) from ledger.postings p where p.city_id = j.city_id and p.journal_id = j.id) as lines
        from ledger.journals j where j.city_id = $1 and j.id = $2`, values: [benchCity, journalId],
    }],
  })
  const rate = await ratioOf({ url: `${scene.address}/api/gifts/${giftId}/trail`, cookie }, { url: bare }, 1)
  return atMost('trace of one gift', 1 / rate, 2, 'of a bare point read of its journal')
}

/** A gift into a fund that has seen much, confirmed by a second person, its trail laid. */
async function giveOnce(scene: Scene): Promise<{ cookie: string; giftId: string; journalId: string }> {
  const [worker, accountant] = [await signIn(scene, await staffOf(scene, 'charity-worker')), await signIn(scene, await staffOf(scene, 'accountant'))]
  const books = await openBooks(scene, accountant, `评测捐赠${Date.now()}`)
  const fundId = books.funds[0] ?? ''
  const { id: donorId } = await call<{ id: string }>(scene, worker, '/api/donors',
    { unit: (await staffOf(scene, 'charity-worker')).unitCode, kind: 'anonymous' })
  const gift = await call<{ id: string; version: number }>(scene, worker, '/api/gifts', {
    bookId: books.bookId, donorId, form: 'money', amount: '1000', promisedOn: books.datedOn, fundId })
  await call(scene, accountant, `/api/gifts/${gift.id}/confirm`, {
    id: gift.id, version: gift.version, receivedOn: books.datedOn, channel: 'bank', accountId: books.bank, bankReference: '评测0001' })
  await fill(scene, books, { count: movements, fundId })
  await workOff(scene, { name: 'lay-trails', reader: 'charity-trails' })
  const { rows: [found] } = await scene.owner.query<{ id: string }>(`select journal_id as id from ledger.postings
    where city_id = $1 and fund_id = $2 order by tx, position limit 1`, [benchCity, fundId])
  return { cookie: worker, giftId: gift.id, journalId: found?.id ?? '' }
}

/** Takes a file of a bank in while somebody looks how far it is: every second line belongs to an entry of the books. */
async function measureBankLines(scene: Scene, cookie: string): Promise<Measure[]> {
  const books = await openBooks(scene, cookie, `评测流水${Date.now()}`)
  await fill(scene, books, { count: lineCount / 2, fundId: null })
  const form = new FormData()
  form.set('accountId', books.bank)
  form.set('file', new File([statementOf(books)], '流水.csv'))
  const start = performance.now()
  const importing = fetch(`${scene.address}/api/books/${books.bookId}/bank-statements`, { method: 'POST', headers: { cookie }, body: form })
  const steps = await watch(scene, cookie, { books, importing })
  const answer = await importing
  if (!answer.ok) throw new Error(`bank lines: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
  const { lineCount: taken, matched } = await answer.json() as { lineCount: number; matched: number }
  const seconds = (performance.now() - start) / 1000
  return [
    atLeast('bank lines taken in and matched by rule, of 10,000 and 5,000', (taken + matched) / (lineCount * 1.5), 1, `${seconds.toFixed(1)} s`),
    atLeast('bank lines: steps seen while they come in', new Set(steps.map(({ step }) => step)).size, 2, `${steps.length} answers on the way`),
    atLeast('bank lines: how far it is, different answers', new Set(steps.map(({ step, done }) => `${step} ${done}`)).size, 3),
  ]
}

type Step = { step: string; done: number }

async function watch(scene: Scene, cookie: string, { books, importing }: { books: Books; importing: Promise<unknown> }): Promise<Step[]> {
  let isOver = false
  void importing.finally(() => { isOver = true })
  const steps: Step[] = []
  while (!isOver) {
    const { progress } = await call<{ progress: Step | null }>(scene, cookie,
      `/api/books/${books.bookId}/bank-import-progress?accountId=${books.bank}`)
    if (progress !== null) steps.push(progress)
    await wait(20)
  }
  return steps
}

/** Every second line is the gift of so many yuan; the others are in no book. */
function statementOf({ datedOn }: Books): string {
  const rows = Array.from({ length: lineCount }, (_, at) => {
    const yuan = at % 2 === 0 ? at / 2 + 1 : 50_000 + at
    return `${datedOn},,${yuan}.00,${at + 1}.00,${at % 2 === 0 ? '捐赠' : '转账'},${String(at).padStart(8, '0')}`
  })
  return `交易日期,借方发生额,贷方发生额,余额,摘要,凭证号\n${rows.join('\n')}\n`
}

/** Gifts of 1, 2, 3 … yuan, as another module would have posted them. */
async function fill({ owner, ground }: Scene, books: Books, { count, fundId }: { count: number; fundId: string | null }): Promise<void> {
  const { bookId, scopeCode, month, datedOn, bank, income } = books
  await owner.query(`with made as (
      insert into ledger.journals (city_id, id, scope_code, book_id, month, dated_on, kind, memo, idempotency_key, request_hash, line_count, source,
        posted_name, posted_at)
      select $1::int, gen_random_uuid(), $2, $3, $4, $5, 'ordinary', '评测', 'fill ' || n, '', 2, 'bench', '评测', now() from generate_series(1, $6::int) n
      returning id, idempotency_key)
    insert into ledger.postings (city_id, journal_id, seq, scope_code, book_id, month, dated_on, kind, account_id, side, amount_fen, memo, fund_id,
      restriction, epoch)
    select $1, made.id, seq, $2, $3, $4, $5, 'ordinary', case seq when 1 then $7::uuid else $8::uuid end, case seq when 1 then 'debit' else 'credit' end,
        (case seq when 1 then 100 else -100 end) * split_part(made.idempotency_key, ' ', 2)::bigint, '评测', case seq when 2 then $9::uuid end,
        case when seq = 2 and $9::uuid is not null then 'purpose' else 'none' end, $10
      from made, generate_series(1, 2) seq`, [benchCity, scopeCode, bookId, month, datedOn, count, bank, income, fundId, ground.installation.epoch])
  if (fundId !== null) {
    await owner.query('update ledger.fund_balances set balance_fen = balance_fen + $3 where city_id = $1 and fund_id = $2',
      [benchCity, fundId, 50 * count * (count + 1)])
  }
  await owner.query('analyze ledger.postings, ledger.journals')
}
