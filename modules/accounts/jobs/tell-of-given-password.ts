import type { JobDefinition } from '#platform/jobs/definition.ts'
import { sendNotice } from '#modules/notices/index.ts'
import { listRoleHolders } from '../queries/list-role-holders.ts'

/** The security administrator sees each password that somebody else reset. */
export const tellOfGivenPassword: JobDefinition = {
  name: 'tell-of-given-password', listensTo: ['password.given'],
  run: async (context, event) => {
    if (event === null) return
    const { personName } = event.details
    await sendNotice(context, await listRoleHolders(context, 'security-admin'), {
      title: `${String(personName)} 的密码已由办公室重置`, body: '如非本人要求，请核实并停用该账号。', link: '/given-passwords',
      source: { verb: event.verb, key: event.entryId, kind: 'account', ...(event.subjectId === null ? {} : { id: event.subjectId }) },
    })
  },
}
