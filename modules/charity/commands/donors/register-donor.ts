import { ownUnitRange } from '#platform/access/range.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import { constraintOf } from '#platform/database/transaction.ts'
import type { Context } from '#platform/http/context.ts'
import { cleanName } from '#platform/values/chinese-name.ts'
import { mustWriteDonors } from '../../access.ts'
import type { DonorIdentity, DonorRow, NewDonor } from '../../contract.ts'
import { getDonorRow } from '../../queries/donors/donor-rows.ts'
import { listTwins } from '../../queries/donors/find-twin-donors.ts'
import { sealDonor, termsOfDonor } from '../../queries/row-key.ts'
import { findDonorIssues, labelOf } from '../../rules/donors.ts'
import { writeDonorTerms } from '../steps/write-donor-terms.ts'

/** Registers a donor: a credit code occurs once in the city, a likely twin must be denied first. Who a person is gets sealed. */
export async function registerDonor(context: Context, input: NewDonor): Promise<DonorRow> {
  mustWriteDonors(context.actor)
  const issues = findDonorIssues(input)
  if (issues.length > 0) throw new InvalidInput(issues)
  const unit = await findUnit(context, input.unit)
  const twins = input.kind === 'anonymous' ? [] : await listTwins(context, input)
  const known = twins.find(({ creditCode }) => creditCode !== null && creditCode === input.creditCode)
  if (known !== undefined) throw new Refusal('DONOR_KNOWN', { donorId: known.id })
  if (twins.length > 0 && !input.isAnother) throw new Refusal('LIKELY_TWIN', { donorIds: twins.map(({ id }) => id) })
  const id = newId()
  await insertDonor(context, { id, unit, input })
  await recordAudit(context, {
    verb: 'donor.registered', subjectKind: 'donor', subjectId: id, scopeCode: unit.scopeCode,
    details: { kind: input.kind, twinsDenied: twins.length, isNamed: input.isNamed },
  })
  return getDonorRow(context, id)
}

/** What of an input is sealed. */
export const identityOf = ({ name, phone, address, contactName }: Pick<NewDonor, 'name' | 'phone' | 'address' | 'contactName'>): DonorIdentity => ({
  name: cleanName(name ?? ''), phone: phone ?? '', address: address ?? '', contactName: cleanName(contactName ?? ''),
})

type Unit = { id: string; scopeCode: string }

async function findUnit({ tx, actor }: Context, code: string): Promise<Unit> {
  const { lo } = ownUnitRange(actor, code)
  const unit = await tx.selectFrom('organization.publishedUnits').select('id').where('cityId', '=', actor.cityId).where('code', '=', code)
    .where('closedOn', 'is', null).executeTakeFirst()
  if (unit?.id == null) throw new Refusal('NOT_FOUND')
  return { id: unit.id, scopeCode: lo }
}

async function insertDonor(context: Context, { id, unit, input }: { id: string; unit: Unit; input: NewDonor }): Promise<void> {
  const { tx, actor, now } = context
  const identity = identityOf(input)
  const isSomebody = input.kind !== 'anonymous'
  try {
    await tx.insertInto('charity.donors').values({
      cityId: actor.cityId, id, scopeCode: unit.scopeCode, unitId: unit.id, kind: input.kind, label: labelOf({ kind: input.kind, name: identity.name }),
      creditCode: input.creditCode ?? null, isNamed: input.isNamed, ...(isSomebody ? sealDonor(context, id, identity) : {}), createdBy: actor.accountId,
      createdAt: now, updatedAt: now,
    }).execute()
  } catch (error) {
    // Registered elsewhere in the city, where the actor sees nothing.
    if (constraintOf(error) === 'donors_credit_code_key') throw new Refusal('DONOR_KNOWN', { donorId: null })
    throw error
  }
  if (isSomebody) {
    await writeDonorTerms(context, { donorId: id, scopeCode: unit.scopeCode, terms: termsOfDonor(context, identity, input.creditCode ?? null) })
  }
}
