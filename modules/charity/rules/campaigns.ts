import { addDays, addMonths, type LocalDate } from '#platform/values/local-date.ts'
import type { CampaignDuty, CampaignStatus } from '../contract.ts'
import type { FieldProblem } from './problem.ts'

/** What the law asks, as it held when a campaign began: days, and months. */
export type CampaignLaw = {
  filingDays: number; lateFilingDays: number; emergencyDays: number; longMonths: number; progressMonths: number; reportMonths: number
}
type Period = { startsOn: LocalDate; endsOn: LocalDate; isEmergency: boolean }
/** What can be done with a campaign. */
export type CampaignStep = 'update' | 'discard' | 'file' | 'tell' | 'report'

/** Whether a step follows from where a campaign stands; in an emergency progress is told before the filing is done. */
export function mayFollowCampaign(step: CampaignStep, { status, isEmergency }: { status: CampaignStatus; isEmergency: boolean }): boolean {
  if (step === 'report') return status === 'filed'
  if (step === 'tell') return status === 'filed' || (status === 'draft' && isEmergency)
  return status === 'draft'
}

type Partner = { assessedOn: LocalDate; agreedOn: LocalDate; qualification?: { grantedOn: LocalDate; validUntil: LocalDate | null } | undefined }

/** What a plan says wrongly. */
export function findPlanIssues({ startsOn, endsOn, partners }: { startsOn: LocalDate; endsOn: LocalDate; partners: readonly Partner[] }): FieldProblem[] {
  const issues: FieldProblem[] = []
  if (endsOn < startsOn) issues.push({ path: ['endsOn'], message: '结束日期不能早于开始日期' })
  partners.forEach(({ assessedOn, agreedOn, qualification }, at) => {
    const path = (...field: string[]) => ['partners', String(at), ...field]
    if (agreedOn < assessedOn) issues.push({ path: path('agreedOn'), message: `第${at + 1}家合作方：先评估，再签订书面协议` })
    if (agreedOn > startsOn) issues.push({ path: path('agreedOn'), message: `第${at + 1}家合作方：书面协议应在募捐开始前签订` })
    if (qualification?.validUntil != null && qualification.validUntil < qualification.grantedOn) {
      issues.push({ path: path('qualification', 'validUntil'), message: `第${at + 1}家合作方：资格有效期止不能早于发证日期` })
    }
  })
  return issues
}

/** The last day on which a plan may be filed: days before the start, or, in an emergency, days after it. */
export const fileUntil = ({ startsOn, isEmergency }: Period, { filingDays, lateFilingDays }: CampaignLaw): LocalDate =>
  addDays(startsOn, isEmergency ? lateFilingDays : -filingDays)

/** Why a plan cannot count as filed on a day. */
export function findFilingIssues(campaign: Period, { filedOn, today, law }: { filedOn: LocalDate; today: LocalDate; law: CampaignLaw }): FieldProblem[] {
  const until = fileUntil(campaign, law)
  if (filedOn > today) return [{ path: ['filedOn'], message: '备案日期不能晚于今天' }]
  if (filedOn <= until) return []
  const message = campaign.isEmergency
    ? `突发事件的募捐应在开始后${law.lateFilingDays}日内补办备案，最迟${until}；已经过期的，请停止募捐并向民政部门说明`
    : `方案应在开始募捐的${law.filingDays}日前备案，最迟${until}；请推迟开始日期后再备案`
  return [{ path: ['filedOn'], message }]
}

/** Whether gifts of a day may answer a campaign. */
export const takesGifts = ({ status, startsOn, endsOn, isEmergency }: Period & { status: CampaignStatus }, day: LocalDate): boolean =>
  (status === 'filed' || (status === 'draft' && isEmergency)) && day >= startsOn && day <= endsOn

type Standing = Period & { status: CampaignStatus; lastToldOn: LocalDate | null }

/** What is due of a campaign next. */
export function dutyOf(campaign: Standing, { today, law }: { today: LocalDate; law: CampaignLaw }): CampaignDuty | null {
  const due = nextDuty(campaign, { today, law })
  return due === null ? null : { ...due, isLate: due.dueOn < today }
}

type Due = Omit<CampaignDuty, 'isLate'>

function nextDuty(campaign: Standing, { today, law }: { today: LocalDate; law: CampaignLaw }): Due | null {
  const { status, startsOn, endsOn, isEmergency, lastToldOn } = campaign
  if (status === 'reported' || status === 'discarded') return null
  const isRunning = today >= startsOn && today <= endsOn
  if (isRunning && isEmergency) {
    const telling: Due = { kind: 'emergency', dueOn: addDays(lastToldOn ?? startsOn, law.emergencyDays) }
    const filed = filing(campaign, law)
    return status === 'draft' && filed.dueOn < telling.dueOn ? filed : telling
  }
  if (status === 'draft') return filing(campaign, law)
  if (today > endsOn) return { kind: 'report', dueOn: addMonths(endsOn, law.reportMonths) }
  const isLong = addMonths(startsOn, law.longMonths) < endsOn
  return isLong ? { kind: 'progress', dueOn: addMonths(lastToldOn ?? startsOn, law.progressMonths) } : null
}

const filing = (campaign: Period, law: CampaignLaw): Due => ({ kind: 'filing', dueOn: fileUntil(campaign, law) })

/** Nobody spent more than came. */
export const findSpendingIssues = ({ spentFen, raisedFen }: { spentFen: number; raisedFen: number }): FieldProblem[] =>
  (spentFen > raisedFen ? [{ path: ['spent'], message: '已使用的金额不能多于已募得的金额，请核对' }] : [])
