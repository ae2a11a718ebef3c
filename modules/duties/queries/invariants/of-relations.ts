import type { Invariant } from '#platform/jobs/invariants.ts'

/** What holds of related parties. */
export const relationInvariants: readonly Invariant[] = [
  {
    name: 'dealing-is-disclosed', sentence: '每笔关联往来都列入信息公开',
    sql: `select d.id::text as id from duties.dealings d where d.city_id = $1 and not exists (
      select 1 from duties.occasions o join duties.disclosures s on s.city_id = o.city_id and s.occasion_id = o.id
       where o.city_id = $1 and o.source = 'duties.dealing' and o.source_id = d.id)`,
  },
  {
    name: 'dealing-of-own-party', sentence: '关联往来和关联方属于同一账套',
    sql: `select d.id::text as id from duties.dealings d join duties.related_parties p on p.city_id = d.city_id and p.id = d.party_id
      where d.city_id = $1 and p.book_id <> d.book_id`,
  },
  {
    name: 'party-of-own-member', sentence: '关联方所通过的理事属于同一账套',
    sql: `select p.id::text as id from duties.related_parties p join duties.board_members m on m.city_id = p.city_id and m.id = p.member_id
      where p.city_id = $1 and m.book_id <> p.book_id`,
  },
]
