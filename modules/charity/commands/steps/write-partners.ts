import type { Context } from '#platform/http/context.ts'
import type { NewCampaign } from '../../contract.ts'

/** Columns of what was typed of a plan. */
export const planOf = (input: Omit<NewCampaign, 'bookId'>) => {
  const { fundId, name, purpose, startsOn, endsOn, area, leaderName, officeAddress, ways, bankAccount, beneficiaries, usePlan, cost, surplusRule } = input
  return {
    fundId, name, purpose, startsOn, endsOn, area, leaderName, officeAddress, ways, bankAccount, beneficiaries, usePlan, costFen: String(cost), surplusRule,
    isEmergency: input.isEmergency,
  }
}

/** Writes who asks together with the foundation, in place of who stood there. */
export async function writePartners(
  { tx, actor }: Context, { campaignId, scopeCode, partners }: { campaignId: string; scopeCode: string; partners: NewCampaign['partners'] },
): Promise<void> {
  await tx.deleteFrom('charity.campaignPartners').where('cityId', '=', actor.cityId).where('campaignId', '=', campaignId).execute()
  if (partners.length === 0) return
  await tx.insertInto('charity.campaignPartners').values(partners.map(({ qualification, ...partner }, at) => ({
    cityId: actor.cityId, campaignId, seq: at + 1, scopeCode, ...partner, qualificationNumber: qualification?.number ?? null,
    qualificationGrantedOn: qualification?.grantedOn ?? null, qualificationValidUntil: qualification?.validUntil ?? null,
  }))).execute()
}
