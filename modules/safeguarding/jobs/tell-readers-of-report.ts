import { sendNotice } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { listReaders } from '../queries/list-readers.ts'
import { noticeOf } from '../rules/notice.ts'

/** At once: whoever is named for a report gets a task that says nothing of the child, the place or who reported. */
export const tellReadersOfReport: JobDefinition = {
  name: 'tell-readers-of-report',
  listensTo: ['mandatory-report.filed', 'report-reader.named'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const named = event.details['accountId']
    const readers = (await listReaders(context, event.subjectId)).filter(({ accountId }) => typeof named !== 'string' || accountId === named)
    await sendNotice(context, readers, {
      ...noticeOf(event.subjectId), task: { dueOn: context.today },
      source: { verb: event.verb, key: event.entryId, kind: 'mandatory-report', id: event.subjectId },
    })
  },
}
