import { sql } from 'kysely'
import { sendNotice } from '#modules/notices/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { listReaders } from '../queries/list-readers.ts'
import { noticeOf } from '../rules/notice.ts'

/**
 * At once: whoever is named for a report gets a task that says nothing of the child, the place or who reported; where somebody has it in hand already, a
 * message, because nothing would end the task before the report is closed.
 */
export const tellReadersOfReport: JobDefinition = {
  name: 'tell-readers-of-report',
  listensTo: ['mandatory-report.filed', 'report-reader.named'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const isInHand = await findInHand(context, event.subjectId)
    const named = event.details['accountId']
    const readers = (await listReaders(context, event.subjectId)).filter(({ accountId }) => typeof named !== 'string' || accountId === named)
    await sendNotice(context, readers, {
      ...noticeOf(event.subjectId), ...(isInHand ? {} : { task: { dueOn: context.today } }),
      source: { verb: event.verb, key: event.entryId, kind: 'mandatory-report', id: event.subjectId },
    })
  },
}

/** Whether somebody opened it; who opens it now waits until this is told, so that the task ends after it. */
async function findInHand({ tx, actor }: Context, reportId: string): Promise<boolean> {
  const { rows } = await sql<{ isInHand: boolean }>`select opened_at is not null as is_in_hand from safeguarding.reports
    where city_id = ${actor.cityId} and id = ${reportId} for share`.execute(tx)
  return rows[0]?.isInHand ?? false
}
