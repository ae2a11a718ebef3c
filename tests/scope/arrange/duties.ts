import { scopeLo } from '#platform/values/scope-code.ts'
import type { Recipe, Spot } from './spot.ts'

/** What the law asks of a foundation, beside books of its own. The owner brings it there: nobody in particular prepared it, so that everybody may go on. */
export const dutyRecipes: Record<string, Recipe> = {
  dutybook: { table: 'ledger.books', seenBy: (caller) => (caller.role === 'outside-auditor' ? 'false' : 'true'), arrange: openBooks },
  duedisclosure: { table: 'duties.disclosures', arrange: (spot) => addDisclosure(spot, 'due') },
  prepareddisclosure: { table: 'duties.disclosures', arrange: (spot) => addDisclosure(spot, 'prepared') },
  approveddisclosure: { table: 'duties.disclosures', arrange: (spot) => addDisclosure(spot, 'approved') },
  publisheddisclosure: { table: 'duties.disclosures', arrange: (spot) => addDisclosure(spot, 'published') },
  occasion: { table: 'duties.occasions', arrange: addOccasion },
  boardmember: { table: 'duties.board_members', arrange: addMember },
  boardmeeting: { table: 'duties.meetings', arrange: addMeeting },
  boardresolution: { table: 'duties.resolutions', arrange: addResolution },
  bodykind: { table: 'duties.body_kinds', arrange: addKind },
  relatedparty: { table: 'duties.related_parties', arrange: addParty },
}

/** Runs a statement whose last row tells the id; `$1` is the city, `$2` the scope code. */
async function make(spot: Spot, text: string, more: readonly unknown[] = []): Promise<string> {
  const { rows } = await spot.owner.query<{ id: string }>(text, [spot.cityId, scopeLo(spot.unit.code), ...more])
  return rows[0]?.id ?? ''
}

async function openBooks(spot: Spot): Promise<string> {
  return make(spot, `insert into ledger.books (city_id, id, scope_code, unit_id, name, holder_kind, starts_month, created_at)
    values ($1, gen_random_uuid(), $2, $3, $4, 'public-charity', 202603, now()) returning id`, [spot.unit.id, `${spot.mark}基金会${spot.serial()}`])
}

type Reached = 'due' | 'prepared' | 'approved' | 'published'

/** A list of related parties, the shortest of all documents, as far as it came. */
async function addDisclosure(spot: Spot, until: Reached): Promise<string> {
  const isPrepared = until !== 'due'
  const isApproved = until === 'approved' || until === 'published'
  const content = isPrepared ? JSON.stringify(['慈善组织名称', '报告年度', '关联方名单及关联关系', '与关联方的往来'].map((name) => ({ name, text: '无' }))) : null
  return make(spot, `insert into duties.disclosures (city_id, id, scope_code, unit_id, book_id, kind, kind_from, subject, year, title, due_on, status, content,
      prepared_name, prepared_on, approved_name, approved_on, published_on, published_where, published_name, created_at, updated_at)
    values ($1, gen_random_uuid(), $2, $3, $4, 'related-list', '2024-09-05', $5, 2025, '关联方名单', '2026-05-31', $6, $7, $8, $9, $10, $11, $12, $13, $14,
      now(), now())
    returning id`, [
    spot.unit.id, await spot.need('dutybook'), `walk ${spot.serial()}`, until, content, isPrepared ? '试验' : null, isPrepared ? '2026-03-10' : null,
    isApproved ? '试验' : null, isApproved ? '2026-03-10' : null, ...until === 'published' ? ['2026-03-10', '慈善中国', '试验'] : [null, null, null],
  ])
}

async function addOccasion(spot: Spot): Promise<string> {
  return make(spot, `insert into duties.occasions (city_id, id, scope_code, book_id, kind, title, starts_on, source, recorded_name, created_at)
    values ($1, gen_random_uuid(), $2, $3, 'event', '重大投资', '2026-03-02', 'duties.desk', '试验', now()) returning id`, [await spot.need('dutybook')])
}

async function addKind(spot: Spot): Promise<string> {
  return make(spot, `insert into duties.body_kinds (city_id, id, scope_code, book_id, kind, from_on, source, recorded_name, recorded_at)
    values ($1, gen_random_uuid(), $2, $3, 'foundation', '2020-01-01', '登记证书', '试验', now()) returning id`, [await spot.need('dutybook')])
}

/** Nothing is sealed: the owner cannot. */
async function addMember(spot: Spot): Promise<string> {
  return make(spot, `insert into duties.board_members (city_id, id, scope_code, book_id, name, role, from_on, until_on, is_paid, created_at, updated_at)
    values ($1, gen_random_uuid(), $2, $3, $4, 'chair', '2024-01-01', '2028-12-31', false, now(), now()) returning id`,
  [await spot.need('dutybook'), `${spot.mark}理事`])
}

/** A meeting of the one member there is. */
async function addMeeting(spot: Spot): Promise<string> {
  const [book, member] = [await spot.need('dutybook'), await spot.need('boardmember')]
  const id = await make(spot,
    `insert into duties.meetings (city_id, id, scope_code, book_id, held_on, place, title, words, status, made_name, created_at, updated_at)
    values ($1, gen_random_uuid(), $2, $3, '2026-03-10', '会议室', '试验会议', '', 'open', '试验', now(), now()) returning id`, [book])
  await make(spot, 'insert into duties.attendances (city_id, meeting_id, member_id, scope_code) values ($1, $3, $4, $2)', [id, member])
  return id
}

async function addResolution(spot: Spot): Promise<string> {
  return make(spot, `insert into duties.resolutions (city_id, id, scope_code, meeting_id, seq, matter, matter_from, title, words, status, created_at)
    values ($1, gen_random_uuid(), $2, $3, 1, 'ordinary', '2004-06-01', '预算', '', 'open', now()) returning id`, [await addMeeting(spot)])
}

async function addParty(spot: Spot): Promise<string> {
  return make(spot, `insert into duties.related_parties (city_id, id, scope_code, book_id, kind, name, ground, words, from_on, created_at, updated_at)
    values ($1, gen_random_uuid(), $2, $3, 'enterprise', $4, 'other', '试验', '2025-01-01', now(), now()) returning id`,
  [await spot.need('dutybook'), `${spot.mark}公司`])
}
