import { sql } from 'kysely'
import { sendNotice } from '#modules/notices/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { findPeople } from '../queries/find-people.ts'
import { listLeaders } from '../queries/list-leaders.ts'
import { listReaders } from '../queries/list-readers.ts'
import { escalationMinutesOf, isEscalationDue } from '../rules/escalation.ts'
import { noticeOf, pressingNotice } from '../rules/notice.ts'

type Unopened = { id: string; scopeCode: string; filedAt: Date; openedAt: Date | null; escalations: number; escalatedAt: Date | null }

/** Every ten minutes: a report nobody opened in time goes to its readers again and, without any detail, to the leaders there or above. */
export const escalateReports: JobDefinition = {
  name: 'escalate-reports',
  schedule: '*/10 * * * *',
  run: async (context) => {
    const minutes = escalationMinutesOf(await findMinutes(context))
    for (const report of await listUnopened(context)) {
      await nameWhoCame(context, report)
      if (isEscalationDue(report, { now: context.now, minutes })) await escalate(context, report)
    }
  },
}

async function findMinutes({ tx, actor, today }: Context): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select value from platform.settings
    where city_id = ${actor.cityId} and name = 'safeguarding.escalation-minutes' and valid_from <= ${today}::date order by valid_from desc limit 1`.execute(tx)
  return rows[0]?.value
}

async function listUnopened({ tx, actor }: Context): Promise<Unopened[]> {
  const { rows } = await sql<Unopened>`
    select r.id, r.scope_code::text as scope_code, r.filed_at, r.opened_at, r.escalations, r.escalated_at
      from safeguarding.reports r where r.city_id = ${actor.cityId} and r.opened_at is null order by r.filed_at for update skip locked`.execute(tx)
  return rows
}

/** Officers and designees who came after the filing are named too: a report must not wait for people who have left. */
async function nameWhoCame(context: Context, report: Unopened): Promise<void> {
  const { tx, actor, now } = context
  const people = await findPeople(context, report.scopeCode)
  if (people.length === 0) return
  const fresh = await tx.insertInto('safeguarding.reportReaders').values(people.map((person) => ({
    cityId: actor.cityId, id: newId(), scopeCode: report.scopeCode, reportId: report.id, accountId: person.accountId, personName: person.personName,
    unitName: person.unitName, ground: person.ground, seesReporter: true, namedAt: now,
  }))).onConflict((conflict) => conflict.columns(['cityId', 'reportId', 'accountId']).doNothing()).returning('accountId').execute()
  const told = people.filter(({ accountId }) => fresh.some((row) => row.accountId === accountId))
  await sendNotice(context, told, {
    ...noticeOf(report.id), task: { dueOn: context.today }, source: { verb: 'report-reader.came', key: report.id, kind: 'mandatory-report', id: report.id },
  })
}

async function escalate(context: Context, report: Unopened): Promise<void> {
  const { tx, actor, now, today } = context
  const times = report.escalations + 1
  await tx.updateTable('safeguarding.reports').set({ escalations: times, escalatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', report.id).execute()
  const source = { verb: 'escalate-reports', key: `${report.id}:${times}`, kind: 'mandatory-report', id: report.id }
  const readers = await listReaders(context, report.id)
  await sendNotice(context, readers, { ...noticeOf(report.id, times), task: { dueOn: today }, source })
  const leaders = await listLeaders(context, report.scopeCode)
  await sendNotice(context, leaders, { ...pressingNotice(readers.length), task: { dueOn: today }, source })
  await recordAudit(context, {
    verb: 'mandatory-report.escalated', subjectKind: 'mandatory-report', subjectId: report.id, scopeCode: report.scopeCode,
    details: { times, readers: readers.length, leaders: leaders.length },
  })
}
