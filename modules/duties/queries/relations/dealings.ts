import { sql } from 'kysely'
import { blindTerms } from '#platform/crypto/blind-index.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadDuties } from '../../access.ts'
import type { Dealing, PartnerHit, RelationHit } from '../../contract.ts'
import { loadBody } from '../bodies.ts'
import { findPartnerHits } from './partners.ts'

/** What passed between a body and its related parties, the latest first. */
export async function listDealings(context: Context, { bookId }: { bookId: string }): Promise<{ items: Dealing[] }> {
  const { tx, actor } = context
  mustReadDuties(actor)
  await loadBody(context, bookId)
  const { rows } = await sql<Dealing>`select r.id, r.party_id, p.name as party_name, r.kind, r.amount_fen::float8 as amount_fen, r.happened_on, r.words,
      r.recorded_name, r.matched_by
    from duties.dealings r join duties.related_parties p on p.city_id = ${actor.cityId} and p.id = r.party_id
    where r.city_id = ${actor.cityId} and r.book_id = ${bookId} order by r.happened_on desc, r.id desc limit 300`.execute(tx)
  return { items: rows }
}

/** Gifts to a body, and partners of its projects, that may be of related parties and stand in no dealing yet. */
export async function listRelatedGifts(context: Context, { bookId }: { bookId: string }): Promise<{ items: RelationHit[]; partners: PartnerHit[] }> {
  mustReadDuties(context.actor)
  await loadBody(context, bookId)
  return { items: await findRelationHits(context, bookId), partners: await findPartnerHits(context, bookId) }
}

type Party = { id: string; kind: 'person' | 'enterprise'; name: string }

/** The same for callers that checked who asks: by credit code for sure, by name perhaps. */
export async function findRelationHits(context: Context, bookId: string): Promise<RelationHit[]> {
  const { tx, actor, installation } = context
  const { rows: parties } = await sql<Party>`select p.id, p.kind, p.name from duties.related_parties p
    where p.city_id = ${actor.cityId} and p.book_id = ${bookId} order by p.name, p.id`.execute(tx)
  const hits: RelationHit[] = []
  for (const party of parties) {
    const terms = party.kind === 'person' ? blindTerms(installation.masterKeys.searchKey, 'name', party.name) : []
    const { rows } = await sql<RelationHit>`select g.id as gift_id, p.id as party_id, p.name as party_name, g.donor_label, g.amount_fen::float8 as amount_fen,
        g.received_on, case when g.credit_code = p.credit_code then 'code' else 'name' end as matched_by
      from charity.published_gifts g join duties.related_parties p on p.city_id = ${actor.cityId} and p.id = ${party.id}
      where g.city_id = ${actor.cityId} and g.book_id = ${bookId} and g.status = 'confirmed' and g.received_on >= p.from_on
        and (p.until_on is null or g.received_on <= p.until_on)
        and (g.credit_code = p.credit_code or (p.credit_code is null and p.kind = 'enterprise' and g.donor_kind = 'enterprise' and g.donor_label = p.name)
          or (p.kind = 'person' and g.donor_kind = 'person' and ${terms.length} > 0 and (select count(distinct t.term) from charity.published_donor_terms t
            where t.city_id = ${actor.cityId} and t.donor_id = g.donor_id and t.term = any (${terms}::bytea[])) = ${terms.length}))
        and not exists (select 1 from duties.dealings d where d.city_id = ${actor.cityId} and d.source = 'charity.gift' and d.source_id = g.id)
      order by g.received_on, g.id limit 200`.execute(tx)
    hits.push(...rows)
  }
  return hits
}
