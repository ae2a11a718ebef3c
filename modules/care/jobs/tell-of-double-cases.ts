import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { addDays } from '#platform/values/local-date.ts'
import { codeOfScope, parentCode } from '#platform/values/scope-code.ts'
import { completeTask, sendNotice } from '#modules/notices/index.ts'
import { findOfficePeople } from '../queries/find-office-people.ts'
import { findOpenCases } from '../queries/closing/double-cases.ts'

/** Days in which an office decides which of two cases goes on. */
const daysToDecide = 7

/**
 * Two records of one child became one and both have an open case: the office above both gets a task to keep one and close the other as a double. It ends
 * when one case is left, or when the records are two again.
 */
export const tellOfDoubleCases: JobDefinition = {
  name: 'tell-of-double-cases',
  listensTo: ['child.merged', 'child.merge-undone', 'child-case.closed'],
  run: async (context, event) => {
    const childId = event?.details[event.verb === 'child-case.closed' ? 'childId' : 'keptId']
    if (event === null || typeof childId !== 'string') return
    const open = await findOpenCases(context, childId)
    const source = { kind: 'double-case', id: await findKeptId(context, childId) }
    if (open.length < 2) await completeTask(context, { sourceKind: source.kind, sourceId: source.id })
    else if (event.verb === 'child.merged') await tell(context, { open, maskedName: await findName(context, source.id), source: { ...source, event } })
  },
}

type Told = {
  open: readonly { id: string; scopeCode: string }[]; maskedName: string
  source: { kind: string; id: string; event: { verb: string; entryId: string } }
}

/** Whoever answers for one unit alone does not see the other case: the task goes to the office that sees both. */
async function tell(context: Context, { open, maskedName, source: { event, ...source } }: Told): Promise<void> {
  const people = await findOfficePeople(context, unitOfAll(open.map(({ scopeCode }) => codeOfScope(scopeCode))), 'case.close')
  await sendNotice(context, people, {
    title: `${maskedName}有两个进行中的个案，请留一个`,
    body: '两份档案合并成一份，两个个案都还在进行。请与办理的单位商定由哪个个案继续，把另一个按“重复个案”结案；两个个案的经过都会保留。',
    link: `/cases/${open[0]?.id ?? ''}`, task: { dueOn: addDays(context.today, daysToDecide) },
    source: { ...source, verb: event.verb, key: event.entryId },
  })
}

/** The smallest unit that has all of these in its range; a code begins with those above it. */
function unitOfAll(codes: readonly string[]): string {
  let unit = codes[0] ?? ''
  for (let above = parentCode(unit); above !== undefined && !codes.every((code) => code.startsWith(unit)); above = parentCode(unit)) unit = above
  return unit
}

async function findKeptId({ tx, actor }: Context, childId: string): Promise<string> {
  const card = await tx.selectFrom('children.publishedChildren').select('mergedIntoId').where('cityId', '=', actor.cityId).where('id', '=', childId)
    .executeTakeFirst()
  return card?.mergedIntoId ?? childId
}

async function findName({ tx, actor }: Context, childId: string): Promise<string> {
  const card = await tx.selectFrom('children.publishedChildren').select('maskedName').where('cityId', '=', actor.cityId).where('id', '=', childId)
    .executeTakeFirst()
  return card?.maskedName ?? '某'
}
