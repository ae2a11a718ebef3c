import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustEnterBeneficiaries } from '../../access.ts'
import type { Project } from '../../contract.ts'
import { getBeneficiary } from '../../queries/projects/get-beneficiary.ts'
import { recordBeneficiary } from '../steps/write-beneficiary.ts'

/** Takes somebody out who was entered by mistake, while the project runs; the row stays on record. */
export async function removeBeneficiary(context: Context, input: { id: string; reason: string }): Promise<Project['beneficiaries'][number]> {
  const { tx, actor, today } = context
  mustEnterBeneficiaries(actor)
  const [held] = await tx.selectFrom('projects.beneficiaries').select(['projectId', 'scopeCode']).where('cityId', '=', actor.cityId)
    .where('id', '=', input.id).where('removedOn', 'is', null).forUpdate().execute()
  if (held === undefined) throw new Refusal('NOT_FOUND')
  const [open] = await tx.selectFrom('projects.openProjects').select('projectId').where('cityId', '=', actor.cityId)
    .where('projectId', '=', held.projectId).execute()
  if (open === undefined) throw new Refusal('PROJECT_NOT_RUNNING')
  await tx.updateTable('projects.beneficiaries').set({ removedOn: today, removalReason: input.reason }).where('cityId', '=', actor.cityId)
    .where('id', '=', input.id).execute()
  await recordBeneficiary(context, { id: input.id, scopeCode: String(held.scopeCode) }, { verb: 'beneficiary.removed', reason: input.reason })
  return getBeneficiary(context, input.id)
}
