import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { ComplianceCode } from '../rules/compliance.ts'

/** The span of a report. */
export type ComplianceSpan = { lo: string; hi: string; from: string; until: string }

/** What a figure counts: a select of id, scope_code, at, what and child_id. The number and its rows both come from here. */
export function rowsOfFigure(context: Context, code: ComplianceCode, span: ComplianceSpan): RawBuilder<unknown> {
  return sql`${sources[code](context, span)} and row.scope_code >= ${span.lo}::bigint and row.scope_code <= ${span.hi}::bigint`
}

type Source = (context: Context, span: ComplianceSpan) => RawBuilder<unknown>

const start = (day: string) => sql`(${day}::date)::timestamp at time zone 'Asia/Shanghai'`
const within = (column: string, { from, until }: ComplianceSpan) => sql`${sql.ref(column)} >= ${start(from)} and ${sql.ref(column)} < ${start(until)}`
const daysWithin = (column: string, { from, until }: ComplianceSpan) => sql`${sql.ref(column)} >= ${from}::date and ${sql.ref(column)} < ${until}::date`

// A record merged into another tells of a child that the other one counts; what an undone import made was never anybody's.
const counts = sql`row.status not in ('merged', 'withdrawn')`

const kept: Source = ({ actor }, { until }) => sql`
  select row.id, row.scope_code, (row.registered_on)::timestamp at time zone 'Asia/Shanghai' as at, '保存身份信息' as what, row.id as child_id
    from children.published_files row
   where row.city_id = ${actor.cityId} and ${counts} and row.status <> 'erased' and row.registered_on < ${until}::date`
const registered: Source = ({ actor }, span) => sql`
  select row.id, row.scope_code, (row.registered_on)::timestamp at time zone 'Asia/Shanghai' as at, '登记' as what, row.id as child_id
    from children.published_files row where row.city_id = ${actor.cityId} and ${counts} and ${daysWithin('row.registered_on', span)}`
const consents = (kind: string): Source => ({ actor }, span) => sql`
  select row.id, row.scope_code, row.recorded_at as at, '取得同意' as what, row.child_id from children.published_consents row
   where row.city_id = ${actor.cityId} and row.kind = ${kind} and ${within('row.recorded_at', span)}`
const withdrawn: Source = ({ actor }, span) => sql`
  select row.id, row.scope_code, (row.withdrawn_on)::timestamp at time zone 'Asia/Shanghai' as at, '撤回同意' as what, row.child_id
    from children.published_consents row where row.city_id = ${actor.cityId} and ${daysWithin('row.withdrawn_on', span)}`
const requests = (isEmergency: boolean, status?: string): Source => ({ actor }, span) => sql`
  select row.id, row.scope_code, row.created_at as at, row.person_name as what, row.child_id from children.published_access_requests row
   where row.city_id = ${actor.cityId} and row.is_emergency = ${isEmergency} and (${status ?? null}::text is null or row.status = ${status ?? null})
     and ${within('row.created_at', span)}`
const entries = (...verbs: string[]): Source => ({ actor }, span) => sql`
  select row.id, row.scope_code, row.at, coalesce(row.person_name, '系统') as what, row.subject_id as child_id from audit.entries row
   where row.city_id = ${actor.cityId} and row.verb = any (${verbs}::text[]) and ${within('row.at', span)}`
/** An erasure of one child that two records told of stands in the audit twice, and is one. */
const erased: Source = (context, span) => sql`${entries('child.erased')(context, span)} and not coalesce(row.details ? 'keptId', false)`
const unusual = (...states: string[]): Source => ({ actor }, span) => sql`
  select row.id, row.scope_code, row.created_at as at, row.person_name as what, null::uuid as child_id from protection.unusual_accesses row
   where row.city_id = ${actor.cityId} and row.status = any (${states}::text[]) and ${daysWithin('row.happened_on', span)}`
const incidents: Source = ({ actor }, span) => sql`
  select row.id, row.scope_code, row.found_at as at, row.title as what, null::uuid as child_id from protection.incidents row
   where row.city_id = ${actor.cityId} and ${within('row.found_at', span)}`
const rights = (more: RawBuilder<unknown>): Source => ({ actor }, span) => sql`
  select row.id, row.scope_code, row.created_at as at, '权利请求' as what, row.child_id from protection.rights_requests row
   where row.city_id = ${actor.cityId} and ${daysWithin('row.received_on', span)}${more}`
const late: Source = (context, span) => rights(sql` and coalesce(row.sent_on, ${context.today}::date) > row.due_on`)(context, span)

const sources: Record<ComplianceCode, Source> = {
  'children-kept': kept, 'children-registered': registered, 'consents-service': consents('service'), 'consents-publication': consents('publication'),
  'consents-sharing': consents('sharing'), 'consents-withdrawn': withdrawn, 'requests-approved': requests(false, 'approved'),
  'requests-rejected': requests(false, 'rejected'), 'requests-pending': requests(false, 'pending'), 'files-opened': entries('child-file.opened'),
  emergencies: requests(true), 'emergencies-rejected': requests(true, 'rejected'), 'unusual-found': unusual('open', 'justified', 'unjustified'),
  'unusual-judged': unusual('justified', 'unjustified'), 'unusual-unjustified': unusual('unjustified'),
  exports: entries('children.exported', 'child-copy.exported', 'child-form.printed', 'week-list.printed', 'referral-letter.printed'),
  erasures: erased, incidents, 'rights-requests': rights(sql``), 'rights-in-time': rights(sql` and row.sent_on <= row.due_on`),
  'rights-late': late,
  'rights-refused': rights(sql` and row.result = 'refused'`),
}
