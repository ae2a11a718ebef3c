import type { JobDefinition } from '#platform/jobs/definition.ts'
import { codeOfScope, parentCode } from '#platform/values/scope-code.ts'
import { sendNotice } from '#modules/notices/index.ts'
import { findOfficePeople } from '../queries/find-office-people.ts'

/** The committee above hears that a case was closed; where it has nobody, the one above that. */
export const tellSuperiorOfClosing: JobDefinition = {
  name: 'tell-superior-of-closing',
  listensTo: ['child-case.closed'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const superior = parentCode(codeOfScope(event.scopeCode))
    if (superior === undefined) return
    await sendNotice(context, await findOfficePeople(context, superior, 'case.close'), {
      title: '下级关工委结案一件', link: `/cases/${event.subjectId}`, source: { verb: event.verb, key: event.entryId, kind: 'child-case', id: event.subjectId },
    })
  },
}
