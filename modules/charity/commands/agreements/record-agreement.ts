import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteGifts } from '../../access.ts'
import type { AgreementRow, NewAgreement } from '../../contract.ts'
import { getAgreementRow } from '../../queries/agreements/agreement-rows.ts'
import { loadDonor } from '../../queries/donors/donor-rows.ts'
import { mustKnowOpenFund } from '../../queries/gifts/giving-books.ts'
import { findAgreementIssues, totalOf } from '../../rules/agreements.ts'
import { checkParties } from '../steps/check-parties.ts'
import { writeInstalments } from '../steps/write-instalments.ts'

/** Records what a donor promised, with its instalments; nothing is in the books until a gift arrives. */
export async function recordAgreement(context: Context, input: NewAgreement): Promise<AgreementRow> {
  mustWriteGifts(context.actor)
  const { tx, actor, now, today } = context
  const issues = findAgreementIssues(input, today)
  if (issues.length > 0) throw new InvalidInput(issues)
  const donor = await loadDonor(context, input.donorId)
  const { bookId } = await mustKnowOpenFund(context, input.fundId)
  const id = newId()
  const { kind, title, signedOn, fundId, purpose, instalments } = input
  await tx.insertInto('charity.agreements').values({
    cityId: actor.cityId, id, scopeCode: donor.scopeCode, donorId: donor.id, kind, title, signedOn, totalFen: String(totalOf(instalments)), fundId, purpose,
    status: 'open', createdBy: actor.accountId, createdAt: now, updatedAt: now,
  }).execute()
  await writeInstalments(context, { agreementId: id, scopeCode: donor.scopeCode, instalments })
  await checkParties(context, { kind: 'agreement', id, scopeCode: donor.scopeCode, bookId }, donor)
  await recordAudit(context, {
    verb: 'agreement.recorded', subjectKind: 'agreement', subjectId: id, scopeCode: donor.scopeCode,
    details: { kind, totalFen: totalOf(instalments), instalments: instalments.length, fundId },
  })
  return getAgreementRow(context, id)
}
