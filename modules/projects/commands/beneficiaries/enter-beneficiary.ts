import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import { constraintOf } from '#platform/database/transaction.ts'
import type { Context } from '#platform/http/context.ts'
import { mustEnterBeneficiaries } from '../../access.ts'
import type { NewBeneficiary, Project } from '../../contract.ts'
import { getBeneficiary } from '../../queries/projects/get-beneficiary.ts'
import { findApplicationIssues } from '../../rules/applying.ts'
import { meantForChild, meantForGroup } from '../steps/meant-for.ts'
import { recordBeneficiary } from '../steps/write-beneficiary.ts'

/** Enters whom a running project helps: the child of an open case of the own range, or people counted outside. */
export async function enterBeneficiary(context: Context, input: NewBeneficiary): Promise<Project['beneficiaries'][number]> {
  const { tx, actor, now, today } = context
  mustEnterBeneficiaries(actor)
  const issues = findApplicationIssues({ ...input, needId: undefined })
  if (issues.length > 0) throw new InvalidInput(issues)
  const meant = input.caseId === undefined ? meantForGroup(context, input) : await meantForChild(context, { caseId: input.caseId })
  const [open] = await tx.selectFrom('projects.openProjects').select('projectId').where('cityId', '=', actor.cityId)
    .where('projectId', '=', input.projectId).execute()
  if (open === undefined) throw new Refusal('PROJECT_NOT_RUNNING')
  const id = newId()
  try {
    await tx.insertInto('projects.beneficiaries').values({
      cityId: actor.cityId, id, ...meant, projectId: input.projectId, addedOn: today, addedName: actor.personName, createdAt: now,
    }).execute()
  } catch (error) {
    if (constraintOf(error) === 'beneficiaries_child_key') throw new Refusal('CHILD_COUNTED')
    throw error
  }
  await recordBeneficiary(context, { id, scopeCode: meant.scopeCode }, { verb: 'beneficiary.entered', details: { projectId: input.projectId } })
  return getBeneficiary(context, id)
}
