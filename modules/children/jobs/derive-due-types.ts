import { sendToUnitRole } from '#modules/notices/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { ageBandLabel, type AgeBand } from '#platform/values/mask.ts'
import { lockChild, type LockedChild } from '../queries/steps/load-child.ts'
import { saveTypes, type DerivedAnew } from '../commands/steps/save-types.ts'
import { findNoticeDays } from '../queries/steps/notice-days.ts'
import { rulesMark } from '../rules/types/rules-mark.ts'
import { typeNames } from '../rules/words.ts'

const batchSize = 200

/**
 * Each night: the cards that named today as their next milestone (a birthday, a fact that ripened or ended, a consent that ran out), and those
 * that were derived under other rules.
 */
export const deriveDueTypesJob: JobDefinition = {
  name: 'derive-due-types',
  schedule: '0 2 * * *',
  run: (context) => deriveDueTypes(context),
}

/** Derives every due card anew; run again it finds none. */
export async function deriveDueTypes(context: Context): Promise<void> {
  const { tx, actor, today } = context
  const mark = rulesMark(await findNoticeDays(context))
  for (;;) {
    const due = await tx
      .selectFrom('children.children')
      .select('id')
      .where('cityId', '=', actor.cityId)
      .where((is) => is.or([is('nextMilestoneOn', '<=', today), is('derivedUnder', '<>', mark)]))
      .where('status', '=', 'registered')
      .orderBy('nextMilestoneOn')
      .limit(batchSize)
      .execute()
    for (const { id } of due) await deriveOne(context, await lockChild(context, id))
    if (due.length < batchSize) return
  }
}

async function deriveOne(context: Context, child: LockedChild): Promise<void> {
  const derived = await saveTypes(context, child)
  const hasChanged = derived.begun.length > 0 || derived.ended.length > 0 || derived.ageBand !== child.ageBand
  if (!hasChanged) return
  await recordAudit(context, {
    verb: 'child-types.derived',
    subjectKind: 'child',
    subjectId: child.id,
    scopeCode: child.scopeCode,
    details: { begun: derived.begun, ended: derived.ended, ageBand: derived.ageBand },
  })
  await tellOfBirthday(context, child, derived)
}

/** Turning 16 or 18 is somebody's work, not a silent change. */
async function tellOfBirthday(context: Context, child: LockedChild, derived: DerivedAnew): Promise<void> {
  if (derived.ageBand === child.ageBand || !['16-17', '18+'].includes(derived.ageBand)) return
  const ended = derived.ended.map((type) => typeNames[type])
  await sendToUnitRole(
    context,
    { unitId: child.unitId, permission: 'child.correct' },
    {
      title:
        derived.ageBand === '18+'
          ? `${child.maskedName}已满18周岁，请办理结束档案或转介`
          : `${child.maskedName}已满16周岁，请核对类型与同意`,
      body: `年龄段已变为${ageBandLabel(derived.ageBand as AgeBand)}。${ended.length > 0 ? `平台推算已不再包含：${ended.join('、')}。` : ''}`,
      link: `/children/${child.id}`,
      task: { dueOn: null },
      source: { verb: 'derive-due-types', key: `${child.id} ${derived.ageBand}`, kind: 'child', id: child.id },
    },
  )
}
