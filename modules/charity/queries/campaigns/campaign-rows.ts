import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { CampaignRow, CampaignStatus } from '../../contract.ts'
import { dutyOf, mayFollowCampaign, type CampaignLaw, type CampaignStep } from '../../rules/campaigns.ts'
import { lawOn, listCampaignRules } from './campaign-law.ts'

/** A campaign as the database gives it for a list. */
export type CampaignRecord = Omit<CampaignRow, 'unitCode' | 'duty'> & { scopeCode: string; changedText: string; lastToldOn: string | null }

/** Columns of a campaign in a list; `r` is the campaign, `u` the unit, `f` the fund, `g` what came. */
export const campaignColumns = sql`
  r.id, r.scope_code::text as scope_code, u.name as unit_name, r.book_id, r.fund_id, f.name as fund_name, r.name, r.starts_on, r.ends_on, r.is_emergency,
  r.status, r.filed_on, coalesce(g.fen, 0)::float8 as raised_fen, coalesce(g.count, 0)::int as gift_count, n.last_told_on, r.version,
  r.updated_at::text as changed_text`

/** What a list of campaigns is joined with. */
export const campaignJoins = (cityId: number) => sql`
  join organization.published_units u on u.city_id = ${cityId} and u.id = r.unit_id
  join ledger.published_funds f on f.city_id = ${cityId} and f.id = r.fund_id
  left join lateral (select sum(x.amount_fen) as fen, count(*) as count from charity.gifts x where x.city_id = ${cityId} and x.campaign_id = r.id
    and x.status = 'confirmed') g on true
  left join lateral (select max(m.published_on) as last_told_on from charity.campaign_news m where m.city_id = ${cityId} and m.campaign_id = r.id) n on true`

/** Records as they cross the wire, each with what is due of it. */
export async function campaignRowsOf({ tx, today }: Context, records: readonly CampaignRecord[]): Promise<CampaignRow[]> {
  const rules = await listCampaignRules(tx)
  return records.map(({ scopeCode, changedText: _text, lastToldOn, ...rest }) => ({
    ...rest, unitCode: codeOfScope(scopeCode), duty: dutyOf({ ...rest, lastToldOn }, { today, law: lawOn(rules, rest.startsOn) }),
  }))
}

/** One row as lists show it; what a command answers with. */
export async function getCampaignRow(context: Context, id: string): Promise<CampaignRow> {
  const { tx, actor } = context
  const { rows } = await sql<CampaignRecord>`select ${campaignColumns} from charity.campaigns r ${campaignJoins(actor.cityId)}
    where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  const [row] = await campaignRowsOf(context, rows)
  if (row === undefined) throw new Refusal('NOT_FOUND')
  return row
}

/** A campaign with what its rules ask. */
export type HeldCampaign = {
  id: string; scopeCode: string; bookId: string; fundId: string; name: string; startsOn: string; endsOn: string; isEmergency: boolean; status: CampaignStatus
  version: number; raisedFen: number; giftCount: number
}

/** A campaign the actor can see, locked; not found otherwise. */
export async function loadCampaign({ tx, actor }: Context, id: string): Promise<HeldCampaign> {
  const { rows: [held] } = await sql<HeldCampaign>`select r.id, r.scope_code::text as scope_code, r.book_id, r.fund_id, r.name, r.starts_on, r.ends_on,
      r.is_emergency, r.status, r.version,
      (select coalesce(sum(x.amount_fen), 0)::float8 from charity.gifts x where x.city_id = ${actor.cityId} and x.campaign_id = r.id
        and x.status = 'confirmed') as raised_fen,
      (select count(*)::int from charity.gifts x where x.city_id = ${actor.cityId} and x.campaign_id = r.id and x.status = 'confirmed') as gift_count
    from charity.campaigns r where r.city_id = ${actor.cityId} and r.id = ${id} for update of r`.execute(tx)
  if (held === undefined) throw new Refusal('NOT_FOUND')
  return held
}

/** The same for a step; refuses what the step does not follow from. */
export async function lockCampaign(context: Context, { step, id, version }: { step: CampaignStep; id: string; version: number }): Promise<HeldCampaign> {
  const held = await loadCampaign(context, id)
  if (!mayFollowCampaign(step, held)) throw new Refusal('WRONG_STATUS', { status: held.status })
  if (held.version !== version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  return held
}

/** The law a campaign stands under. */
export const lawOf = async ({ tx }: Context, { startsOn }: { startsOn: string }): Promise<CampaignLaw> => lawOn(await listCampaignRules(tx), startsOn)
