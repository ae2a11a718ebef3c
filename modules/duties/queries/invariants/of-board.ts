import type { Invariant } from '#platform/jobs/invariants.ts'

const ofMeeting = `join duties.resolutions r on r.city_id = v.city_id and r.id = v.resolution_id
  join duties.meetings g on g.city_id = v.city_id and g.id = r.meeting_id join duties.board_members m on m.city_id = v.city_id and m.id = v.member_id`

/** What holds of the board. */
export const boardInvariants: readonly Invariant[] = [
  {
    name: 'vote-of-member', sentence: '表决的都是开会那天在任、有表决权的理事',
    sql: `select v.resolution_id::text || ' ' || v.member_id as id from duties.votes v ${ofMeeting} where v.city_id = $1 and (m.book_id <> g.book_id
      or m.role = 'supervisor' or g.held_on < m.from_on or g.held_on > coalesce(m.ended_on, m.until_on))`,
  },
  {
    name: 'vote-of-present', sentence: '表决的都出席了会议',
    sql: `select v.resolution_id::text || ' ' || v.member_id as id from duties.votes v ${ofMeeting} where v.city_id = $1 and not exists (
      select 1 from duties.attendances a where a.city_id = $1 and a.meeting_id = g.id and a.member_id = v.member_id)`,
  },
  {
    name: 'related-withdrew', sentence: '与关联方有关的理事都已回避',
    sql: `select v.resolution_id::text || ' ' || v.member_id as id from duties.votes v ${ofMeeting}
      join duties.related_parties p on p.city_id = v.city_id and p.id = r.party_id
      where v.city_id = $1 and v.choice <> 'withdrew' and p.member_id = v.member_id`,
  },
  {
    name: 'votes-foot', sentence: '决议登记的票数与表决一致',
    sql: `select r.id::text as id from duties.resolutions r where r.city_id = $1 and r.status <> 'open' and r.for_count <> (
      select count(*) from duties.votes v where v.city_id = $1 and v.resolution_id = r.id and v.choice = 'for')`,
  },
  {
    name: 'quorum-held', sentence: '表决时出席人数达到规定',
    sql: `select r.id::text as id from duties.resolutions r join duties.matters m on m.code = r.matter and m.valid_from = r.matter_from
      where r.city_id = $1 and r.status <> 'open' and r.present_count * m.quorum_denominator < r.members_count * m.quorum_numerator`,
  },
  {
    name: 'majority-held', sentence: '通过的决议达到规定的多数，未通过的没有达到',
    sql: `select c.id::text as id from (select r.id, r.status, r.for_count, m.majority_numerator, m.majority_denominator, m.is_more_than,
        case when m.majority_base = 'all' then r.members_count else r.present_count - (select count(*) from duties.votes v
          where v.city_id = $1 and v.resolution_id = r.id and v.choice = 'withdrew') end as base_count
        from duties.resolutions r join duties.matters m on m.code = r.matter and m.valid_from = r.matter_from
       where r.city_id = $1 and r.status <> 'open') c
      where (c.status = 'adopted') <> (c.for_count > 0 and case when c.is_more_than
        then c.for_count * c.majority_denominator > c.base_count * c.majority_numerator
        else c.for_count * c.majority_denominator >= c.base_count * c.majority_numerator end)`,
  },
  {
    name: 'closed-meeting-decided', sentence: '纪要定稿的会议没有未表决的议案',
    sql: `select g.id::text as id from duties.meetings g where g.city_id = $1 and g.status = 'closed' and exists (
      select 1 from duties.resolutions r where r.city_id = $1 and r.meeting_id = g.id and r.status = 'open')`,
  },
  {
    name: 'attendance-in-office', sentence: '出席的都是开会那天在任的成员',
    sql: `select a.meeting_id::text || ' ' || a.member_id as id from duties.attendances a
      join duties.meetings g on g.city_id = a.city_id and g.id = a.meeting_id join duties.board_members m on m.city_id = a.city_id and m.id = a.member_id
      where a.city_id = $1 and (m.book_id <> g.book_id or g.held_on < m.from_on or g.held_on > m.until_on)`,
  },
]
