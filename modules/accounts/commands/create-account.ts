import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { markVolunteerReferred } from '#modules/volunteers/index.ts'
import { mustManageAccounts } from '../access.ts'
import type { Account } from '../contract.ts'
import { readAccount } from '../queries/list-accounts.ts'
import { findHomeUnit } from '../queries/find-home-unit.ts'
import { giveFirstPassword } from './steps/first-password.ts'

type Input = { unitId: string; personName: string; signInName: string; phone?: string | undefined; volunteerId?: string | undefined }

/** Opens an account without any right; its first password is shown once and must be changed. */
export async function createAccount(context: Context, input: Input): Promise<{ account: Account; firstPassword: string }> {
  const { tx, actor, now } = context
  mustManageAccounts(actor)
  const [unit] = await Promise.all([findHomeUnit(context, input.unitId), mustBeKnownVolunteer(context, input.volunteerId)])
  if (unit.closedOn !== null) throw new Refusal('UNIT_CLOSED')
  const id = newId()
  const made = await tx.insertInto('accounts.accounts').values({
    cityId: actor.cityId, id, scopeCode: unit.scopeLo, unitId: unit.id, signInName: input.signInName, personName: input.personName,
      phone: input.phone ?? null,
    volunteerId: input.volunteerId ?? null, createdAt: now, createdBy: actor.accountId,
  }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  if (made === undefined) throw new Refusal('SIGN_IN_NAME_TAKEN')
  const firstPassword = await giveFirstPassword(context, id)
  await recordAudit(context, { verb: 'account.created', subjectKind: 'account', subjectId: id, scopeCode: unit.scopeLo,
    details: { personName: input.personName } })
  return { account: await readAccount(context, id), firstPassword }
}

/** The account of a volunteer belongs to one the actor can see; an import that made the volunteer is then no longer undone. */
async function mustBeKnownVolunteer(context: Context, volunteerId: string | undefined): Promise<void> {
  const { tx, actor } = context
  if (volunteerId === undefined) return
  const found = await tx.selectFrom('volunteers.publishedVolunteers').select('id').where('cityId', '=', actor.cityId)
    .where('id', '=', volunteerId).executeTakeFirst()
  if (found === undefined) throw new InvalidInput([{ path: ['volunteerId'], message: '没有找到这位五老，请重新选择。' }])
  await markVolunteerReferred(context, volunteerId)
}
