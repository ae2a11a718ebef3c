import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { sendNotice, type Recipient } from '../commands/send-notice.ts'
import { composeDigest, type DueTask } from '../rules/digest.ts'

/** Each morning one notice for each person (and unit acted for) who has tasks due today or overdue. */
export const sendDigest: JobDefinition = { name: 'send-digest', schedule: '30 7 * * *', run: sendDigests }

async function sendDigests(context: Context): Promise<void> {
  for (const { recipient, tasks } of await listDue(context)) {
    const digest = composeDigest(tasks, context.today)
    if (digest === undefined) continue
    // The key names the day and the unit: run twice, it is sent once; acting for two units, the person sees each unit's own.
    const source = { verb: sendDigest.name, key: `${context.today} ${recipient.scopeCode}` }
    await sendNotice(context, [recipient], { ...digest, link: '/notices?part=open-tasks', source })
  }
}

async function listDue({ tx, actor, today }: Context): Promise<{ recipient: Recipient; tasks: DueTask[] }[]> {
  const rows = await tx.selectFrom('notices.notices').select(['recipientAccountId', 'scopeCode', 'title', 'dueOn'])
    .where('cityId', '=', actor.cityId).where('kind', '=', 'task').where('doneAt', 'is', null).where('dueOn', '<=', today).execute()
  const groups = Map.groupBy(rows, (row) => `${row.recipientAccountId} ${row.scopeCode}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const tasks = group.flatMap(({ title, dueOn }) => (dueOn === null ? [] : [{ title, dueOn }]))
    return [{ recipient: { accountId: first.recipientAccountId, scopeCode: first.scopeCode }, tasks }]
  })
}
