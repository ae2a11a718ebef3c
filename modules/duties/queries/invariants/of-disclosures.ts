import type { Invariant } from '#platform/jobs/invariants.ts'

/** What holds of the calendar. */
export const disclosureInvariants: readonly Invariant[] = [
  {
    name: 'published-was-approved', sentence: '公开的文稿都经过审批',
    sql: `select d.id::text as id from duties.disclosures d where d.city_id = $1 and d.status = 'published'
      and (d.approved_on is null or d.prepared_on is null or d.approved_on < d.prepared_on)`,
  },
  {
    name: 'approved-by-another', sentence: '审批的不是拟订的人',
    sql: `select d.id::text as id from duties.disclosures d where d.city_id = $1 and d.status in ('approved', 'published') and d.approved_by = d.prepared_by`,
  },
  {
    name: 'published-has-whole-document', sentence: '已拟订的文稿字段齐全',
    sql: `select d.id::text as id from duties.disclosures d join duties.disclosure_kinds k on k.code = d.kind and k.valid_from = d.kind_from
      where d.city_id = $1 and d.status in ('prepared', 'approved', 'published') and (jsonb_array_length(d.content) <> jsonb_array_length(k.fields)
        or exists (select 1 from jsonb_array_elements(d.content) field where trim(field ->> 'text') = ''))`,
  },
  {
    name: 'published-with-day-and-place', sentence: '公开的都有日期和渠道，日期不早于审批',
    sql: `select d.id::text as id from duties.disclosures d where d.city_id = $1 and d.status = 'published'
      and (d.published_on is null or trim(d.published_where) = '')`,
  },
  {
    name: 'disclosure-of-own-occasion', sentence: '信息公开和它的事由属于同一账套',
    sql: `select d.id::text as id from duties.disclosures d left join duties.occasions o on o.city_id = d.city_id and o.id = d.occasion_id
      where d.city_id = $1 and d.occasion_id is not null and o.book_id is distinct from d.book_id`,
  },
  {
    name: 'correction-of-published', sentence: '更正说明只属于已公开的文稿',
    sql: `select n.id::text as id from duties.disclosure_notes n join duties.disclosures d on d.city_id = n.city_id and d.id = n.disclosure_id
      where n.city_id = $1 and d.status <> 'published'`,
  },
  {
    name: 'given-up-with-reason', sentence: '不需要公开的都写明原因',
    sql: `select d.id::text as id from duties.disclosures d where d.city_id = $1 and d.status = 'void' and coalesce(trim(d.reason), '') = ''`,
  },
]
