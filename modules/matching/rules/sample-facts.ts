import type { FreeVolunteer, MatchingFacts, WaitingChild } from './facts.ts'
import { defaultWeights } from './weights.ts'

/** A waiting child as tests need it; the household is its own unless another is named. */
export const waiting = (caseId: string, child: Partial<WaitingChild> = {}): WaitingChild => ({
  caseId, childId: caseId, householdId: caseId, label: '张某 · 6—13岁', scopeCode: '990100100010001000', unitName: '东村', colour: 'yellow',
  wishes: { sex: null, languages: [], skills: [] }, barred: new Set(), ...child,
})

/** A free volunteer as tests need it. */
export const free = (id: string, volunteer: Partial<FreeVolunteer> = {}): FreeVolunteer => ({
  id, name: `${id}老师`, scopeCode: '990100100010001000', unitName: '东村', sex: 'female', skills: [], capacity: 1, load: 0, ...volunteer,
})

/** Facts with the default weights. */
export const factsOf = (children: WaitingChild[], volunteers: FreeVolunteer[]): MatchingFacts => ({ children, volunteers, weights: defaultWeights })
