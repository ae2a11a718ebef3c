import { listHashOf } from '#modules/projects/queries/row-key.ts'
import { scopeLo } from '#platform/values/scope-code.ts'
import { idOf, type Recipe, type Spot } from './spot.ts'

/**
 * Awards and batches in the states from which steps lead on. Applications come by request; a batch is brought on its way by the owner, since it takes five
 * people: nobody in particular applied or made it, so that everybody may approve.
 */
export const projectRecipes: Record<string, Recipe> = {
  award: { table: 'projects.awards', arrange: async (spot) => apply(spot, { caseId: await spot.need('case') }) },
  paidaward: { table: 'projects.awards', arrange: payAward },
  receivedaward: { table: 'projects.awards', arrange: receiveAward },
  draftbatch: { table: 'projects.batches', arrange: (spot) => makeBatch(spot, 'draft') },
  submittedbatch: { table: 'projects.batches', arrange: (spot) => makeBatch(spot, 'submitted') },
  answeredbatch: { table: 'projects.batches', arrange: (spot) => makeBatch(spot, 'approved') },
}

async function apply(spot: Spot, meant: Record<string, unknown>): Promise<string> {
  const id = idOf(await spot.ask('POST', '/awards', {
    ...meant, kind: 'schooling', amount: '500', words: `${spot.mark}家交不起学费`, relation: 'none',
    payee: { name: `${spot.mark}家长`, account: `88${String(spot.serial()).padStart(10, '0')}`, bank: '农商行' },
  }))
  await spot.owner.query('update projects.awards set applied_by = null, unit_id = $3, scope_code = $4 where city_id = $1 and id = $2',
    [spot.cityId, id, spot.unit.id, scopeLo(spot.unit.code)])
  return id
}

type Reached = 'draft' | 'submitted' | 'approved'

/** A batch of one award of the spot; where it is approved its row was paid already. */
async function makeBatch(spot: Spot, until: Reached): Promise<string> {
  return (await makeList(spot, until)).batchId
}

async function makeList(spot: Spot, until: Reached): Promise<{ batchId: string; awardId: string }> {
  // Not the child of the spot: a child has only so many awards a year.
  const awardId = await apply(spot, { group: `${spot.mark}小学三年级`, peopleCount: 20 })
  const run = (text: string, ...more: unknown[]) => spot.owner.query<{ id: string }>(text, [spot.cityId, ...more])
  const [bookId, fundId, bank] = [await spot.need('book'), await spot.need('restrictedfund'), await spot.need('bankaccount')]
  const { rows: [made] } = await run(`insert into projects.batches (city_id, id, scope_code, unit_id, book_id, fund_id, is_restricted, bank_account_id, title,
      status, rows_count, total_fen, made_name, created_at, updated_at)
    values ($1, gen_random_uuid(), $2, $3, $4, $5, false, $6, '试验批次', 'draft', 1, 50000, '试验', now(), now()) returning id`,
  scopeLo(spot.unit.code), spot.unit.id, bookId, fundId, bank)
  const batchId = made?.id ?? ''
  await run(`insert into projects.batch_rows (city_id, batch_id, seq, scope_code, award_id, amount_fen, findings) values ($1, $2, 1, $3, $4, 50000, '{}')`,
    batchId, scopeLo(spot.unit.code), awardId)
  await run(`update projects.awards set status = 'listed', batch_id = $2 where city_id = $1 and id = $3`, batchId, awardId)
  if (until === 'draft') return { batchId, awardId }
  const hash = listHashOf({ id: batchId, bookId, fundId }, [{ seq: 1, awardId, amountFen: 50_000, payeeHash: null }])
  await run(`update projects.batches set status = 'submitted', list_hash = $3, submitted_on = '2026-03-10' where city_id = $1 and id = $2`, batchId, hash)
  if (until === 'approved') await approveList(spot, { batchId, awardId, hash })
  return { batchId, awardId }
}

async function approveList(spot: Spot, { batchId, awardId, hash }: { batchId: string; awardId: string; hash: Buffer }): Promise<void> {
  const run = (text: string, ...more: unknown[]) => spot.owner.query(text, [spot.cityId, ...more])
  await run(`insert into projects.batch_approvals (city_id, batch_id, round, approved_by, scope_code, approved_name, list_hash, approved_at)
    select $1, $2, 1, gen_random_uuid(), $3, '试验', $4, now() from generate_series(1, 2)`, batchId, scopeLo(spot.unit.code), hash)
  await run(`update projects.batches set status = 'approved', approved_on = '2026-03-10' where city_id = $1 and id = $2`, batchId)
  await run(`update projects.awards set status = 'approved' where city_id = $1 and id = $2`, awardId)
  await run(`update projects.batch_rows set outcome = 'paid', outcome_on = '2026-03-10', journal_id = gen_random_uuid()
    where city_id = $1 and batch_id = $2`, batchId)
  await run(`update projects.awards set status = 'paid', paid_on = '2026-03-10', journal_id = gen_random_uuid()
    where city_id = $1 and id = $2`, awardId)
}

async function payAward(spot: Spot): Promise<string> {
  return (await makeList(spot, 'approved')).awardId
}

async function receiveAward(spot: Spot): Promise<string> {
  const id = await payAward(spot)
  await spot.ask('POST', `/awards/${id}/receipt`, { receivedOn: '2026-03-11', file: new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])], 'scan.jpg') })
  return id
}
