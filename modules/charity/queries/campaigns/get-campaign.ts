import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayInCharity, mustReadGifts } from '../../access.ts'
import type { Campaign } from '../../contract.ts'
import { fileUntil, mayFollowCampaign } from '../../rules/campaigns.ts'
import { findCampaignQualification } from '../qualifications/qualification-rows.ts'
import { campaignColumns, campaignJoins, campaignRowsOf, lawOf, type CampaignRecord } from './campaign-rows.ts'

type Details = Omit<Campaign, keyof CampaignRecord | 'unitCode' | 'duty' | 'partners' | 'news' | 'fileUntil' | 'may'>

/** One campaign with its plan, partners, news, and what the caller may do. */
export async function getCampaign(context: Context, input: { id: string }): Promise<Campaign> {
  const { tx, actor, today } = context
  mustReadGifts(actor)
  const { rows: [record] } = await sql<CampaignRecord & Details>`select ${campaignColumns}, b.name as book_name, r.purpose, r.area, r.leader_name,
      r.office_address, r.ways, r.bank_account, r.beneficiaries, r.use_plan, r.cost_fen::float8 as cost_fen, r.surplus_rule, r.filing_number, r.report,
      r.reported_on, r.made_name,
      case when r.qualification_number is not null then
        jsonb_build_object('holder', r.qualification_holder, 'number', r.qualification_number) end as qualification
    from charity.campaigns r ${campaignJoins(actor.cityId)} join ledger.published_books b on b.city_id = ${actor.cityId} and b.id = r.book_id
    where r.city_id = ${actor.cityId} and r.id = ${input.id}`.execute(tx)
  if (record === undefined) throw new Refusal('NOT_FOUND')
  const { scopeCode: _scope, changedText: _text, lastToldOn: _told, ...details } = record
  const [row] = await campaignRowsOf(context, [record])
  if (row === undefined) throw new Refusal('NOT_FOUND')
  const [writes, publishes] = [mayInCharity(actor, 'gift.write'), mayInCharity(actor, 'campaign.publish')]
  const follows = (step: Parameters<typeof mayFollowCampaign>[0]) => mayFollowCampaign(step, row)
  return {
    ...details, ...row, qualification: details.qualification ?? (row.status === 'draft' ? await findCampaignQualification(context, row) ?? null : null),
    partners: await listPartners(context, row.id), news: await listNews(context, row.id), fileUntil: fileUntil(row, await lawOf(context,
      row)),
    may: {
      update: writes && follows('update'), discard: writes && follows('discard'), file: publishes && follows('file'),
      tell: publishes && follows('tell') && today >= row.startsOn, report: publishes && follows('report') && today > row.endsOn,
    },
  }
}

async function listPartners({ tx, actor }: Context, campaignId: string): Promise<Campaign['partners']> {
  const rows = await tx.selectFrom('charity.campaignPartners').select(['name', 'creditCode', 'task', 'assessedOn', 'assessment', 'agreedOn',
    'qualificationNumber', 'qualificationGrantedOn', 'qualificationValidUntil'])
    .where('cityId', '=', actor.cityId).where('campaignId', '=', campaignId).orderBy('seq').execute()
  return rows.map(({ qualificationNumber: number, qualificationGrantedOn: grantedOn, qualificationValidUntil: validUntil, ...partner }) => (
    number === null || grantedOn === null ? partner : { ...partner, qualification: { number, grantedOn, validUntil } }))
}

async function listNews({ tx, actor }: Context, campaignId: string): Promise<Campaign['news']> {
  const { rows } = await sql<Campaign['news'][number]>`select m.published_on, m.raised_fen::float8 as raised_fen, m.gift_count,
      m.spent_fen::float8 as spent_fen, m.words
    from charity.campaign_news m where m.city_id = ${actor.cityId} and m.campaign_id = ${campaignId} order by m.published_on desc, m.id desc`.execute(tx)
  return rows
}
