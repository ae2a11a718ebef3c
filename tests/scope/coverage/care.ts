import type { Coverage, WriteEntry } from './entry.ts'

const staff = ['office', 'care-worker', 'leader', 'guardian-officer'] as const
const on = '2026-03-16'
const write = (roles: WriteEntry['roles'], ids: WriteEntry['ids'], input: WriteEntry['input']): WriteEntry => ({
  walk: 'write', roles, ids, ...(input === undefined ? {} : { input }),
})
const workers = ['office', 'care-worker'] as const
const visitors = ['office', 'care-worker', 'volunteer'] as const
const seers = [...staff.filter((role) => role !== 'guardian-officer'), 'volunteer'] as const
const version = (kind: string, more: Record<string, unknown>): WriteEntry['input'] => async (given, look) => (
  { version: await look(kind, given['id'] ?? ''), ...more })
const planReaders = staff.filter((role) => role !== 'guardian-officer')
const planText = {
  fromOn: on, reviewOn: '2026-06-01', untilOn: '2026-09-01', goals: [{ text: '返校', dueOn: '2026-06-01' }],
  services: [{ text: '辅导', responsible: '办公室', fromOn: on, untilOn: '2026-09-01' }],
}
const scores = { guardianship: 2, physical: 0, behaviour: 0 }

/** 帮扶: cases of the range; a volunteer sees only those of own pairings. */
export const careCoverage: Coverage = {
  'care.listCases': { walk: 'list', roles: seers, of: 'case', filters: { volunteer: 'volunteer', childId: 'child' } },
  'care.searchCases': { walk: 'list', roles: seers, of: 'case', filters: { volunteer: 'volunteer', childId: 'child' } },
  'care.listOverdue': {
    walk: 'list', roles: seers, of: 'case', where: `status = 'open' and next_visit_due_on <= '2026-12-31'`, input: { dueBy: '2026-12-31' },
  },
  'care.getCase': { walk: 'one', roles: seers, ids: { id: 'case' } },
  'care.openCase': write(workers, { childId: 'child' }, () => ({ openedOn: on, need: '生活困难', scores })),
  'care.assessRisk': write(workers, { id: 'case' }, () => ({ scores, assessedOn: on })),
  'care.decideOverride': write(['office'], { id: 'override' }, () => ({ isApproved: true })),
  'care.listPlans': { walk: 'list', roles: planReaders, of: 'plan', filters: { caseId: 'case' } },
  'care.getPlan': { walk: 'one', roles: planReaders, ids: { id: 'plan' } },
  'care.addPlan': write(workers, { id: 'case' }, () => planText),
  'care.updatePlan': write(workers, { id: 'plan' }, version('plan', planText)),
  'care.submitPlan': write(workers, { id: 'plan' }, version('plan', {})),
  'care.decidePlan': write(['office'], { id: 'submittedplan' }, version('submittedplan', { isApproved: true })),
  'care.recordReview': write(workers, { id: 'approvedplan', 'goals[].goalId': 'plangoal' }, async (given, look) => ({
    version: await look('approvedplan', given['id'] ?? ''), reviewedOn: on, nextReviewOn: '2026-06-01',
    goals: [{ goalId: given['goals[].goalId'], outcome: 'reached', words: '已返校' }],
  })),
  'care.endPlan': write(workers, { id: 'approvedplan' }, version('approvedplan', { reason: 'changed', ending: '另拟' })),
  'care.resumePlan': write(['office'], { id: 'suspendedplan' }, version('suspendedplan', {})),
  'care.listPairingCandidates': { walk: 'one', roles: workers, ids: { id: 'case' } },
  'care.pairVolunteer': { ...write(workers, { id: 'case', volunteerId: 'clearedvolunteer' }, () => ({ role: 'helper', fromOn: on })) },
  'care.endPairing': write(workers, { id: 'pairing' }, version('pairing', { untilOn: on, reason: '工作调整' })),
  'care.handOverPairing': write(workers, { id: 'pairing', volunteerId: 'clearedvolunteer' }, version('pairing', { untilOn: on, reason: '工作调整' })),
  'care.setPairingWishes': write(workers, { id: 'case' }, version('case', { sex: 'female', languages: ['粤语'], skills: ['书法'] })),
  'care.closeCase': write(workers, { id: 'case' }, version('case', { reason: 'solved', result: '已解决' })),
  'care.reopenCase': write(workers, { id: 'closedcase' }, version('case', { reason: '情况反复' })),
  'care.listVisits': { walk: 'list', roles: seers, of: 'visit', filters: { caseId: 'case', childId: 'child', volunteer: 'volunteer' } },
  'care.getVisit': { walk: 'one', roles: seers, ids: { id: 'visit' } },
  'care.recordVisit': {
    ...write(visitors, { caseId: 'pairedcase', 'volunteerIds[]': 'volunteer', onBehalfOf: 'volunteer' }, (given) => ({
      madeOn: on, medium: 'home', minutes: 20, outcome: 'made', volunteerIds: [given['volunteerIds[]']],
    })),
    // A volunteer records for nobody else: what is said there is dropped.
    unread: { onBehalfOf: ['volunteer'] },
  },
  'care.correctVisit': write(visitors, { id: 'visit', 'volunteerIds[]': 'volunteer' }, async (given, look) => ({
    version: await look('visit', given['id'] ?? ''), reason: '时长有误', minutes: 25, volunteerIds: [given['volunteerIds[]']],
  })),
  'care.voidVisit': write(visitors, { id: 'visit' }, version('visit', { reason: '重复录入' })),
  // A draft is what somebody has typed, for nobody else: what it points to is judged when the visit is recorded.
  'care.saveVisitDraft': {
    ...write(visitors, { id: 'case', 'draft.volunteerIds[]': 'volunteer', 'draft.onBehalfOf': 'volunteer' }, (given) => ({
      draft: { note: '还没写完', volunteerIds: [given['draft.volunteerIds[]']], onBehalfOf: given['draft.onBehalfOf'] },
    })),
    unread: { 'draft.volunteerIds[]': visitors, 'draft.onBehalfOf': visitors },
  },
  'care.getVisitDraft': { walk: 'one', roles: visitors, ids: { id: 'case' } },
  'care.discardVisitDraft': write(visitors, { id: 'case' }, undefined),
  'care.listPlannedVisits': { walk: 'list', roles: seers, of: 'plannedvisit', where: `status = 'planned'`, filters: { volunteer: 'volunteer' } },
  'care.planVisits': write(visitors, { 'visits[].caseId': 'pairedcase', 'visits[].volunteerId': 'volunteer', 'visits[].secondVolunteerId': 'secondvolunteer' }, (given) => ({
    visits: [{ caseId: given['visits[].caseId'], volunteerId: given['visits[].volunteerId'], plannedOn: '2026-05-01', medium: 'home', secondVolunteerId: given['visits[].secondVolunteerId'],
      withWorker: true }],
  })),
  'care.planSeries': write(visitors, { caseId: 'pairedcase', volunteerId: 'volunteer', secondVolunteerId: 'secondvolunteer' }, (given) => ({
    ...given, fromOn: '2026-05-04', untilOn: '2026-05-18', everyWeeks: 1, medium: 'home', withWorker: true,
  })),
  'care.updateSeries': {
    ...write(visitors, { id: 'pairedseries', volunteerId: 'volunteer', secondVolunteerId: 'secondvolunteer' }, (given) => ({
      ...given, fromOn: '2026-07-02', untilOn: '2026-07-16', everyWeeks: 2, withWorker: true })),
  },
  'care.dropSeries': write(visitors, { id: 'visitseries' }, () => ({ fromOn: on })),
  'care.movePlannedVisit': write(visitors, { id: 'plannedvisit' }, () => ({ plannedOn: '2026-08-03' })),
  'care.commentOnVisit': write(workers, { id: 'visit' }, () => ({ text: '辛苦了' })),
  'care.dropPlannedVisit': write(visitors, { id: 'plannedvisit' }, undefined),
  'care.handOverNotes': write(['office'], { id: 'case' }, version('case', { mayRead: true })),
  'care.openEarlierNotes': write(['office'], { id: 'transferredcase' }, version('transferredcase', {})),
  'care.getRoute': { walk: 'range', roles: seers, inputs: [{ on: '2026-12-31' }], why: 'visits of a day by village', filters: { volunteer: 'volunteer' } },
  'care.orderRoute': write(visitors, { 'caseIds[]': 'case' }, (given) => ({ on, caseIds: [given['caseIds[]']] })),
  'care.listWeekVolunteers': { walk: 'range', roles: visitors, inputs: [{ on: '2026-12-31' }], why: 'who has visits in a week' },
  'care.printWeekLists': write(visitors, { 'volunteerIds[]': 'pairedvolunteer' }, (given) => ({ on: '2026-12-31', volunteerIds: [given['volunteerIds[]']] })),
  'care.getWeeklyDigest': { walk: 'range', roles: planReaders, inputs: [{}], why: 'numbers of the range' },
  'care.getCareStandards': { walk: 'plain', why: 'scales and intervals, the same in every city', roles: seers },
}
