import { sql } from 'kysely'
import { findHolidayYears } from '#modules/protection/index.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { HolidayTable } from '#platform/values/working-days.ts'
import type { BodyKind } from '../../contract.ts'
import { bodyKindOn, type HeldBody } from '../../queries/bodies.ts'
import { readKinds, type HeldKind } from '../../queries/disclosures/disclosure-kinds.ts'
import { binds } from '../../rules/disclosures.ts'
import { dueOfYear, duesOf } from '../../rules/due-days.ts'
import { takeCampaigns } from './take-campaigns.ts'
import { takeProjects } from './take-projects.ts'

type BoundBody = HeldBody & { kind: BodyKind }
type Wanted = { kind: HeldKind; subject: string; occasionId: string | null; year: number; title: string; dueOn: string }
type OccasionRow = {
  id: string; kind: string; title: string; startsOn: string; endsOn: string | null
  /** A campaign whose plan was filed already. */
  isFiled: boolean
}

/** Kinds that are done with the filing of a campaign. */
const filings: readonly string[] = ['campaign-plan', 'emergency-filing']

/** From this month on the disclosures of the year are created, ahead of its end. */
const monthAhead = '10'

/**
 * Creates every disclosure the dated kinds ask of a body, each once for its subject; the due day of one that waits follows its occasion, and one whose turn
 * is no longer asked for is given up. Run again it changes nothing.
 */
export async function deriveDisclosures(context: Context, bodies: readonly HeldBody[]): Promise<void> {
  const [kinds, holidays] = [await readKinds(context), await findHolidayYears(context)]
  for (const body of bodies) {
    if (body.kind === null) continue
    const bound: BoundBody = { ...body, kind: body.kind }
    const asked = kinds.filter(({ bodies: of }) => binds(of, bound.kind))
    await takeCampaigns(context, bound)
    await takeProjects(context, bound)
    const occasions = await listOf(context, bound.id)
    const wanted = [...ofYears(context, bound, kinds), ...occasions.flatMap((occasion) => ofOccasion(occasion, asked, { today: context.today, holidays }))]
    for (const one of wanted) await keep(context, bound, one)
    await giveUp(context, bound.id, wanted)
  }
}

/** What a year asks is asked of what the body was at its end. */
function ofYears({ today }: Context, body: BoundBody, kinds: readonly HeldKind[]): Wanted[] {
  const year = Number(today.slice(0, 4))
  const years = [year - 1, ...(today.slice(5, 7) >= monthAhead ? [year] : [])].filter((each) => each >= Math.floor(body.startsMonth / 100) - 1)
  return years.flatMap((each) => {
    const was = bodyKindOn(body, each === year ? today : `${each}-12-31`) ?? body.kind
    return kinds.filter(({ causes, bodies }) => causes.includes('year') && binds(bodies, was)).map((kind) => ({
      kind, subject: String(each), occasionId: null, year: each, title: `${kind.name}：${each}年度`, dueOn: dueOfYear(kind.dueNumber, each),
    }))
  })
}

function ofOccasion(occasion: OccasionRow, kinds: readonly HeldKind[], of: { today: string; holidays: HolidayTable }): Wanted[] {
  return kinds.filter(({ code, causes }) => causes.includes(occasion.kind) && !(occasion.isFiled && filings.includes(code))).flatMap((kind) =>
    duesOf({ rule: kind.dueRule, number: kind.dueNumber, longerThanMonths: kind.longerThanMonths }, occasion, of).map(({ turn, dueOn }) => ({
      kind, subject: `${occasion.id}/${turn}`, occasionId: occasion.id, year: Number(dueOn.slice(0, 4)), dueOn,
      title: /^\d+$/.test(turn) ? `${kind.name}：${occasion.title}（第${turn}次）` : `${kind.name}：${occasion.title}`,
    })))
}

async function listOf({ tx, actor }: Context, bookId: string): Promise<OccasionRow[]> {
  const { rows } = await sql<OccasionRow>`select o.id, o.kind, o.title, o.starts_on, o.ends_on, c.filed_on is not null as is_filed
    from duties.occasions o left join charity.published_campaigns c on c.city_id = ${actor.cityId} and c.id = o.source_id
    where o.city_id = ${actor.cityId} and o.book_id = ${bookId} and not (o.source = 'charity.campaign' and c.status = 'discarded') order by o.id`.execute(tx)
  return rows
}

async function keep({ tx, actor, now }: Context, body: BoundBody, { kind, subject, occasionId, year, title, dueOn }: Wanted): Promise<void> {
  await sql`insert into duties.disclosures as r (city_id, id, scope_code, unit_id, book_id, kind, kind_from, subject, occasion_id, year, title, due_on, status,
      created_at, updated_at)
    values (${actor.cityId}, ${newId()}, ${body.scopeCode}::bigint, ${body.unitId}, ${body.id}, ${kind.code}, ${kind.validFrom}::date, ${subject},
      ${occasionId},
      ${year}, ${title}, ${dueOn}::date, 'due', ${now}, ${now})
    on conflict (city_id, book_id, kind, subject) do update set due_on = excluded.due_on, title = excluded.title, status = 'due', reason = null,
      is_void_by_rule = false, version = r.version + 1, updated_at = ${now}
      where r.city_id = ${actor.cityId} and ((r.status = 'due' and (r.due_on, r.title) is distinct from (excluded.due_on, excluded.title))
        or r.is_void_by_rule)`.execute(tx)
}

/** What is said of a disclosure that a rule gave up. */
const givenUp = '事由的日期或单位性质已经改变，不再需要'

/** Turns of an occasion that no longer come, and what a year still in question no longer asks: its days were changed, or the body was something else. */
async function giveUp({ tx, actor, now, today }: Context, bookId: string, wanted: readonly Wanted[]): Promise<void> {
  const keys = wanted.map(({ kind, subject }) => `${kind.code} ${subject}`)
  await sql`update duties.disclosures r set status = 'void', is_void_by_rule = true, reason = ${givenUp}, version = r.version + 1, updated_at = ${now}
    where r.city_id = ${actor.cityId} and r.book_id = ${bookId} and r.status = 'due'
      and (r.occasion_id is not null or r.year >= ${Number(today.slice(0, 4)) - 1})
      and r.kind || ' ' || r.subject <> all (${keys}::text[])`.execute(tx)
}
