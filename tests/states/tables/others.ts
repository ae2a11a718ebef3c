import { overrideStatuses, statuses as referralStatuses } from '#modules/referrals/contract.ts'
import { IncidentRow, rightsStates, UnusualAccess } from '#modules/protection/contract.ts'
import { statuses as reportStatuses } from '#modules/safeguarding/contract.ts'
import type { Machine } from '../machine.ts'
import { callerOf, type Stage } from '../stage.ts'
import { apart, beside, moved } from '../states.ts'

const referrals: Machine = {
  name: 'referral', contract: referralStatuses,
  states: {
    draft: beside('draftreferral'),
    sent: beside('referral'),
    accepted: beside('acceptedreferral'),
    rejected: beside('referral', ['referrals.answerReferral', 'own office', { accepted: false, reason: '没有床位' }]),
    revoked: beside('referral', ['referrals.revokeReferral', 'own office']),
    done: beside('acceptedreferral', ['referrals.finishReferral', 'own office']),
  },
  operations: {
    'referrals.getReferral': { expected: 'done' },
    'referrals.sendReferral': { expected: { draft: 'ACCESS_REQUIRED', otherwise: 'WRONG_STATUS' }, but: { author: { draft: 'done' } } },
    'referrals.answerReferral': { expected: {  sent: 'done', otherwise: 'WRONG_STATUS' } },
    'referrals.finishReferral': { expected: {  accepted: 'done', otherwise: 'WRONG_STATUS' } },
    'referrals.revokeReferral': { expected: {  rejected: 'WRONG_STATUS',  revoked: 'WRONG_STATUS',  done: 'WRONG_STATUS', otherwise: 'done' } },
    'referrals.openEnclosure': { expected: 'done' },
  },
}

/** A referral of a child without a consent to sharing, decided or not. */
const withoutConsent = (decision?: { approved: boolean; answer?: string }) => async (stage: Stage): Promise<string> => {
  const childId = await stage.fresh().need('child')
  const { id } = await stage.act('referrals.draftReferral', childId, 'own office', { childId, toBodyId: await stage.spot.need('outsidebody') })
  if (decision !== undefined) await stage.act('referrals.decideOverride', String(id), 'officer', decision)
  return String(id)
}

const referralOverrides: Machine = {
  name: 'referral without consent', contract: overrideStatuses,
  states: {
    pending: withoutConsent(),
    approved: withoutConsent({ approved: true }),
    rejected: withoutConsent({ approved: false, answer: '请先联系监护人' }),
  },
  operations: {
    'referrals.decideOverride': { expected: { pending: 'done', otherwise: 'NO_OVERRIDE' } },
    'referrals.sendReferral': { expected: { pending: 'OVERRIDE_PENDING', approved: 'done', rejected: 'OVERRIDE_REJECTED' } },
  },
}

const rightsRequests: Machine = {
  name: 'rights request', contract: rightsStates,
  states: {
    open: apart('rightsrequest'),
    decided: apart('rightsrequest', ['protection.decideRightsRequest', 'officer']),
    sent: beside('decidedrightsrequest', ['protection.sendRightsReply', 'officer']),
  },
  operations: {
    'protection.getRightsRequest': { expected: 'done' },
    'protection.decideRightsRequest': { expected: { open: 'done', otherwise: 'RIGHTS_REQUEST_DECIDED' } },
    'protection.sendRightsReply': { expected: { open: 'RIGHTS_REQUEST_OPEN', decided: 'done', sent: 'RIGHTS_REPLY_SENT' } },
  },
}

const unusualAccesses: Machine = {
  name: 'unusual access', contract: UnusualAccess.shape.status.options,
  states: {
    open: beside('unusualaccess'),
    justified: beside('unusualaccess', ['protection.decideUnusualAccess', 'officer', { justified: true, explanation: '当晚值班' }]),
    unjustified: beside('unusualaccess', ['protection.decideUnusualAccess', 'officer']),
  },
  operations: {
    'protection.getUnusualAccess': { expected: 'done' },
    'protection.decideUnusualAccess': { expected: { open: 'done', otherwise: 'UNUSUAL_ACCESS_DECIDED' } },
  },
}

const incidents: Machine = {
  name: 'incident', contract: IncidentRow.shape.status.options,
  states: { open: beside('readyincident'), closed: beside('readyincident', ['protection.closeIncident', 'officer']) },
  operations: {
    'protection.getIncident': { expected: 'done' },
    'protection.updateIncident': { expected: { open: 'done', closed: 'INCIDENT_CLOSED' } },
    'protection.closeIncident': { expected: { open: 'done', closed: 'INCIDENT_CLOSED' } },
  },
}

const reports: Machine = {
  name: 'mandatory report', contract: reportStatuses,
  states: {
    filed: beside('mandatoryreport'),
    handling: beside('mandatoryreport', ['safeguarding.openReport', 'officer']),
    closed: beside('mandatoryreport', ['safeguarding.openReport', 'officer'], ['safeguarding.closeReport', 'officer']),
  },
  operations: {
    'safeguarding.openReport': { expected: 'NOT_FOUND', but: { officer: 'done' } },
    'safeguarding.openReporter': { expected: 'NOT_FOUND', but: { officer: 'done' } },
    'safeguarding.recordStep': { expected: 'NOT_FOUND', but: { officer: { filed: 'done', handling: 'done', closed: 'REPORT_CLOSED' } } },
    'safeguarding.closeReport': { expected: 'NOT_FOUND', but: { officer: { filed: 'done', handling: 'done', closed: 'REPORT_CLOSED' } } },
    'safeguarding.reopenReport': {
      expected: 'NOT_FOUND',
      but: { officer: { filed: 'REPORT_NOT_CLOSED', handling: 'REPORT_NOT_CLOSED', closed: 'done' } },
    },
    'safeguarding.nameReader': {
      expected: 'NOT_FOUND',
      but: { officer: 'done' },
      input: (_ids, _look, stage) => ({ accountId: callerOf(stage, 'own office').accountId }),
    },
    'safeguarding.endReader': {
      expected: 'NOT_FOUND',
      but: { officer: 'LAST_READER' },
      input: (_ids, _look, stage) => ({ accountId: callerOf(stage, 'officer').accountId, reason: '岗位调整' }),
    },
  },
}

const designees: Machine = {
  name: 'designee', contract: [],
  states: { named: beside('designee'), ended: moved('designee', `until_on = date '2026-03-10'`) },
  operations: { 'safeguarding.endDesignee': { expected: { named: 'done', ended: 'DESIGNEE_ENDED' } } },
}

/** Referrals, the protection of minors' data, mandatory reports. */
export const otherMachines: Machine[] = [referrals, referralOverrides, rightsRequests, unusualAccesses, incidents, reports, designees]
