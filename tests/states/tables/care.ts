import { CaseRow, overrideStatuses, planStatuses } from '#modules/care/contract.ts'
import { recipeOf } from '../../scope/arrange/recipes.ts'
import type { Machine } from '../machine.ts'
import type { Stage } from '../stage.ts'
import { apart, beside, shared } from '../states.ts'

/** A case of its own, with the volunteer of the spot. */
async function pairedCase(stage: Stage): Promise<string> {
  const id = await stage.fresh().need('case')
  await stage.act('care.pairVolunteer', id, 'author', { volunteerId: await stage.spot.need('volunteer'), role: 'primary' })
  return id
}

/** A case, from opening to closing. */
const cases: Machine = {
  name: 'case', contract: CaseRow.shape.status.options, isPaired: true,
  states: { open: pairedCase, closed: apart('closedcase') },
  operations: {
    'care.getCase': { expected: 'done', but: { paired: { closed: 'NOT_FOUND' } } },
    'care.assessRisk': { expected: { open: 'done', closed: 'CASE_CLOSED' } },
    'care.addPlan': { expected: { open: 'done', closed: 'CASE_CLOSED' } },
    'care.listPairingCandidates': { expected: 'done' },
    'care.pairVolunteer': { expected: { open: 'done', closed: 'CASE_CLOSED' } },
    'care.setPairingWishes': { expected: { open: 'done', closed: 'CASE_CLOSED' } },
    'care.closeCase': { expected: { open: 'done', closed: 'CASE_ALREADY_CLOSED' } },
    'care.reopenCase': { expected: { open: 'CASE_NOT_CLOSED', closed: 'done' } },
    'care.recordVisit': {
      pointer: 'caseId', expected: 'done', but: { paired: { closed: 'NOT_FOUND' } },
      input: () => ({ onBehalfOf: undefined, madeOn: '2026-03-16', medium: 'home', minutes: 20, outcome: 'made' }),
    },
    'care.saveVisitDraft': { expected: 'done', but: { paired: { closed: 'NOT_FOUND' } } },
    'care.getVisitDraft': { expected: 'done', but: { paired: { closed: 'NOT_FOUND' } } },
    'care.discardVisitDraft': { expected: 'done', but: { paired: { closed: 'NOT_FOUND' } } },
    'care.planVisits': {
      pointer: 'visits[].caseId', expected: { open: 'done', closed: 'CASE_CLOSED' }, but: { paired: { closed: 'NOT_FOUND' } },
      input: (ids) => ({ visits: [{ caseId: ids['visits[].caseId'], plannedOn: '2026-05-01', medium: 'home', withWorker: true }] }),
    },
    'care.planSeries': {
      pointer: 'caseId', expected: { open: 'done', closed: 'CASE_CLOSED' }, but: { paired: { closed: 'NOT_FOUND' } },
      input: () => ({
        volunteerId: undefined, secondVolunteerId: undefined, fromOn: '2026-05-04', untilOn: '2026-05-18', everyWeeks: 1, medium: 'home', withWorker: true,
      }),
    },
    'care.handOverNotes': { expected: 'done' },
    'care.openEarlierNotes': { expected: 'NOTES_ARE_OPEN' },
    'aid.raiseNeed': { pointer: 'caseId', expected: { open: 'done', closed: 'CASE_CLOSED' }, but: { paired: { closed: 'NOT_FOUND' } } },
    'aid.draftWish': { pointer: 'caseId', expected: { open: 'done', closed: 'CASE_CLOSED' } },
  },
}

/** A colour that somebody wished. */
const overrides: Machine = {
  name: 'override', contract: overrideStatuses,
  states: {
    pending: apart('override'),
    approved: apart('override', ['care.decideOverride', 'own office']),
    rejected: apart('override', ['care.decideOverride', 'own office', { isApproved: false, answer: '情况没有好转' }]),
    lapsed: async (stage) => {
      const id = await apart('override')(stage)
      await stage.act('care.assessRisk', String(await stage.look('override', id, 'case_id')), 'author')
      return id
    },
  },
  operations: { 'care.decideOverride': { expected: { pending: 'done', otherwise: 'OVERRIDE_NOT_PENDING' }, but: { author: { pending: 'OVERRIDE_OWN' } } } },
}

const plans: Machine = {
  name: 'plan', contract: planStatuses,
  states: {
    draft: apart('plan'),
    submitted: apart('submittedplan'),
    returned: apart('submittedplan', ['care.decidePlan', 'own office', { isApproved: false, answer: '请补充服务' }]),
    approved: shared('approvedplan'),
    suspended: apart('suspendedplan'),
    ended: apart('plan', ['care.endPlan', 'own office']),
  },
  operations: {
    'care.getPlan': { expected: 'done' },
    'care.updatePlan': { expected: { draft: 'done',  returned: 'done', otherwise: 'PLAN_NOT_DRAFT' } },
    'care.submitPlan': { expected: { draft: 'done',  returned: 'done', otherwise: 'PLAN_NOT_DRAFT' } },
    'care.decidePlan': { expected: {  submitted: 'done', otherwise: 'PLAN_NOT_SUBMITTED' }, but: { author: { submitted: 'PLAN_OWN' } } },
    'care.recordReview': { expected: {  approved: 'done', otherwise: 'PLAN_NOT_IN_FORCE' } },
    'care.endPlan': { expected: {  ended: 'PLAN_ENDED', otherwise: 'done' } },
    'care.resumePlan': { expected: {  suspended: 'done', otherwise: 'PLAN_NOT_SUSPENDED' } },
  },
}

const pairings: Machine = {
  name: 'pairing', contract: [], isPaired: true,
  states: { lasting: shared('pairing'), over: apart('pairing', ['care.endPairing', 'own office', { untilOn: '2026-03-10' }]) },
  operations: {
    'care.endPairing': { expected: { lasting: 'done', over: 'PAIRING_ENDED' } },
    'care.handOverPairing': {
      expected: { lasting: 'done', over: 'PAIRING_ENDED' }, input: async ({ id }, look, { spot }) => ({
        version: await look('pairing', id ?? ''), volunteerId: await recipeOf('clearedvolunteer').arrange(spot),
        untilOn: '2026-03-16', reason: '工作调整' }),
    },
  },
}

const visits: Machine = {
  name: 'visit', contract: [], isPaired: true,
  states: { stands: beside('visit'), voided: beside('visit', ['care.voidVisit', 'own office']) },
  operations: {
    'care.getVisit': { expected: 'done' },
    'care.correctVisit': {
      expected: { stands: 'done', voided: 'VISIT_VOIDED' },
      but: { 'care worker': { stands: 'CORRECTION_TOO_LATE' }, paired: { stands: 'CORRECTION_TOO_LATE' } },
    },
    'care.voidVisit': {
      expected: { stands: 'done', voided: 'VISIT_VOIDED' },
      but: { 'care worker': { stands: 'CORRECTION_TOO_LATE' }, paired: { stands: 'CORRECTION_TOO_LATE' } },
    },
    'care.commentOnVisit': { expected: { stands: 'done', voided: 'VISIT_VOIDED' } },
  },
}

const plannedVisits: Machine = {
  name: 'planned visit', contract: [], isPaired: true,
  states: { planned: beside('plannedvisit'), dropped: beside('plannedvisit', ['care.dropPlannedVisit', 'own office']) },
  operations: {
    'care.movePlannedVisit': { expected: { planned: 'done', dropped: 'NOT_FOUND' } },
    'care.dropPlannedVisit': { expected: { planned: 'done', dropped: 'NOT_FOUND' } },
  },
}

const series: Machine = {
  name: 'series', contract: [], isPaired: true,
  // The one that is over comes first: on a day there is one visit for a child.
  states: { over: beside('pairedseries', ['care.dropSeries', 'own office']), planned: beside('pairedseries') },
  operations: {
    'care.updateSeries': { expected: { over: 'SERIES_OVER', planned: 'done' } },
    'care.dropSeries': { expected: 'done' },
  },
}

/** Cases, wished colours, plans, pairings, visits. */
export const careMachines: Machine[] = [cases, overrides, plans, pairings, visits, plannedVisits, series]
