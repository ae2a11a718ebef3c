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
  draftproject: { table: 'projects.projects', arrange: (spot) => makeProject(spot, 'draft') },
  submittedproject: { table: 'projects.projects', arrange: (spot) => makeProject(spot, 'submitted') },
  runningproject: { table: 'projects.projects', arrange: (spot) => makeProject(spot, 'running') },
  readyproject: { table: 'projects.projects', arrange: readyProject },
  acceptedproject: { table: 'projects.projects', arrange: (spot) => makeProject(spot, 'accepted') },
  evaluatedproject: { table: 'projects.projects', arrange: (spot) => makeProject(spot, 'evaluated') },
  milestone: { table: 'projects.milestones', arrange: (spot) => findPart(spot, 'milestones') },
  budgetline: { table: 'projects.budget_lines', arrange: (spot) => findPart(spot, 'budget_lines') },
  projectpaper: { table: 'projects.project_papers', arrange: async (spot) => addPaper(spot, await spot.need('runningproject')) },
  beneficiary: { table: 'projects.beneficiaries', arrange: enterGroup },
  objection: { table: 'projects.objections', arrange: object },
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

type Until = 'draft' | 'submitted' | 'running' | 'accepted' | 'evaluated'

/** A project as the owner brings it on its way: nobody in particular proposed it, so that everybody may decide. */
async function makeProject(spot: Spot, until: Until): Promise<string> {
  const run = (text: string, ...more: unknown[]) => spot.owner.query<{ id: string }>(text, [spot.cityId, ...more])
  const scope = scopeLo(spot.unit.code)
  const { rows: [made] } = await run(`insert into projects.projects (city_id, id, scope_code, unit_id, book_id, name, purpose, starts_on, ends_on,
      people_planned, surplus_rule, status, budget_fen, proposed_name, created_at, updated_at)
    values ($1, gen_random_uuid(), $2, $3, $4, $5, '助学', '2026-03-01', '2026-12-31', 10, 'return', 'draft', 50000, '试验', now(), now()) returning id`,
  scope, spot.unit.id, await spot.need('book'), `${spot.mark}家助学`)
  const id = made?.id ?? ''
  await run(`insert into projects.budget_lines (city_id, id, scope_code, project_id, seq, name, amount_fen)
    values ($1, gen_random_uuid(), $2, $3, 1, '助学金', 50000)`, scope, id)
  await run(`insert into projects.milestones (city_id, id, scope_code, project_id, seq, title, due_on)
    values ($1, gen_random_uuid(), $2, $3, 1, '发放', '2026-06-30')`, scope, id)
  await run(`insert into projects.project_sources (city_id, project_id, fund_id, scope_code, amount_fen) values ($1, $2, $3, $4, 50000)`,
    id, await spot.need('restrictedfund'), scope)
  if (until !== 'draft') await advance(spot, id, until)
  return id
}

async function advance(spot: Spot, id: string, until: Exclude<Until, 'draft'>): Promise<void> {
  const run = (text: string, ...more: unknown[]) => spot.owner.query(text, [spot.cityId, id, ...more])
  const change = (set: string) => run(`update projects.projects set ${set} where city_id = $1 and id = $2`)
  await change(`status = 'submitted', submitted_on = '2026-03-09'`)
  if (until === 'submitted') {
    await run(`insert into projects.project_reviews (city_id, project_id, round, reviewed_by, scope_code, reviewed_name, has_conflict, statement, need_score,
        means_score, budget_score, benefit_score, opinion, reviewed_at)
      select $1, $2, 1, gen_random_uuid(), $3, '试验' || n, false, '没有', 20, 20, 20, 20, '同意', now() from generate_series(1, 2) n`, scopeLo(spot.unit.code))
    await run(`delete from projects.project_sources where city_id = $1 and project_id = $2`)
    return
  }
  await change(`status = 'running', approved_on = '2026-03-10', approved_name = '试验'`)
  if (until === 'running') {
    await run(`insert into projects.open_projects (city_id, project_id, name, unit_name, starts_on, ends_on)
      values ($1, $2, '助学', '试验', '2026-03-01', '2026-12-31')`)
    return
  }
  await change(`status = 'accepted', accepted_on = '2026-03-10', accepted_name = '试验', finding = '完成'`)
  if (until === 'evaluated') await change(`evaluated_on = '2026-03-10', evaluated_name = '试验', evaluation_score = 90, evaluation = '好'`)
}

/** A running project of which every step is reached and evidence is there; the file itself is nowhere. */
async function readyProject(spot: Spot): Promise<string> {
  const id = await makeProject(spot, 'running')
  await spot.owner.query(`update projects.milestones set reached_on = '2026-03-10', reached_name = '试验' where city_id = $1 and project_id = $2`,
    [spot.cityId, id])
  await addPaper(spot, id)
  return id
}

async function addPaper(spot: Spot, projectId: string): Promise<string> {
  const { rows: [made] } = await spot.owner.query<{ id: string }>(`insert into projects.project_papers (city_id, id, scope_code, project_id, title, media_type,
      extension, storage_key, added_name, wrapped_key, created_at)
    values ($1, gen_random_uuid(), $2, $3, '照片', 'image/jpeg', 'jpg', 'nowhere', '试验', '', now()) returning id`,
  [spot.cityId, scopeLo(spot.unit.code), projectId])
  return made?.id ?? ''
}

async function findPart(spot: Spot, table: 'milestones' | 'budget_lines'): Promise<string> {
  const { rows: [found] } = await spot.owner.query<{ id: string }>(`select id from projects.${table} where city_id = $1 and project_id = $2`,
    [spot.cityId, await spot.need('runningproject')])
  return found?.id ?? ''
}

async function enterGroup(spot: Spot): Promise<string> {
  const projectId = await spot.need('runningproject')
  const id = idOf(await spot.ask('POST', '/beneficiaries', { projectId, group: `${spot.mark}小学`, peopleCount: 20 }))
  await spot.owner.query('update projects.beneficiaries set unit_id = $3, scope_code = $4 where city_id = $1 and id = $2',
    [spot.cityId, id, spot.unit.id, scopeLo(spot.unit.code)])
  return id
}

async function object(spot: Spot): Promise<string> {
  const { id } = await spot.ask('POST', `/award-batches/${await spot.need('submittedbatch')}/objections`, {
    cameOn: '2026-03-16', cameBy: 'letter', words: `${spot.mark}家不困难` })
  await spot.owner.query('update projects.objections set recorded_by = null where city_id = $1 and id = $2', [spot.cityId, id])
  return String(id)
}
