import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteGifts } from '../../access.ts'
import type { AgreementChange, AgreementRow } from '../../contract.ts'
import { countGiftsOf, getAgreementRow, lockAgreement } from '../../queries/agreements/agreement-rows.ts'
import { mustKnowOpenFund } from '../../queries/gifts/giving-books.ts'
import { findAgreementIssues, totalOf } from '../../rules/agreements.ts'
import { writeInstalments } from '../steps/write-instalments.ts'

/** Rewrites an agreement of which nothing came yet. */
export async function updateAgreement(context: Context, input: AgreementChange): Promise<AgreementRow> {
  mustWriteGifts(context.actor)
  const { tx, actor, now, today } = context
  const held = await lockAgreement(context, { step: 'update', ...input })
  if (await countGiftsOf(context, held.id) > 0) throw new Refusal('INSTALMENTS_USED')
  const issues = findAgreementIssues(input, today)
  if (issues.length > 0) throw new InvalidInput(issues)
  await mustKnowOpenFund(context, input.fundId)
  const { kind, title, signedOn, fundId, purpose, instalments } = input
  // Drafts that were discarded let go of it, so that its instalments can be written anew.
  await tx.updateTable('charity.gifts').set({ agreementId: null, instalment: null }).where('cityId', '=', actor.cityId).where('agreementId', '=', held.id)
    .execute()
  await tx.deleteFrom('charity.instalments').where('cityId', '=', actor.cityId).where('agreementId', '=', held.id).execute()
  await writeInstalments(context, { agreementId: held.id, scopeCode: held.scopeCode, instalments })
  await tx.updateTable('charity.agreements').set({
    kind, title, signedOn, fundId, purpose, totalFen: String(totalOf(instalments)), version: held.version + 1, updatedAt: now,
  }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'agreement.updated', subjectKind: 'agreement', subjectId: held.id, scopeCode: held.scopeCode,
    details: { kind, totalFen: totalOf(instalments), instalments: instalments.length, fundId: { before: held.fundId, after: fundId } },
  })
  return getAgreementRow(context, held.id)
}
