import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { PlanText } from '../../contract.ts'
import { sealText } from '../../queries/case-key.ts'
import type { LockedCase } from '../../queries/lock-case.ts'

/** Writes goals and services of a plan, sealed under the key of the case. */
export async function writePlanText(context: Context, held: LockedCase, planId: string, text: PlanText): Promise<void> {
  const { tx, actor } = context
  const common = { cityId: actor.cityId, planId, scopeCode: held.scopeCode }
  if (text.goals.length > 0) {
    await tx.insertInto('care.planGoals').values(text.goals.map((goal, at) => ({
      ...common, id: newId(), place: at + 1, sealedText: sealText(context, held, 'plan-goal', goal.text), dueOn: goal.dueOn,
    }))).execute()
  }
  if (text.services.length > 0) {
    await tx.insertInto('care.planServices').values(text.services.map((service, at) => ({
      ...common, id: newId(), place: at + 1, sealedText: sealText(context, held, 'plan-service', service.text), responsible: service.responsible,
      fromOn: service.fromOn, untilOn: service.untilOn,
    }))).execute()
  }
}
