import { childRowsOf, type ChildRows } from '#modules/children/index.ts'
import type { ChildType, NewChild } from '#modules/children/contract.ts'
import { isConsentValid } from '#modules/children/rules/consents.ts'
import { hasDifference } from '#modules/children/rules/types/differences.ts'
import { labelOf, measureOfCivilAffairsType, measureOfType } from '#modules/children/rules/measures.ts'
import { isSensitiveType } from '#modules/children/rules/types/catalogue.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { GuardianRelation, PlannedChild, PlannedConsent, PlannedFact, PlannedGuardian, PlannedHousehold, PlannedRecognition } from '../rules/plan.ts'
import { enteredFactsOf, healthNoteOf, type EnteredFact } from './child-facts.ts'
import { addFacts, type DatedFact } from './fact-rows.ts'
import { dayAfter, idsFor, later, momentOn, reporting, unitOf, type LoadFrame } from './frame.ts'

/** The household a child belongs to; its id is known once its first child was written. */
export type OpenHousehold = { planned: PlannedHousehold; guardians: PlannedGuardian[]; id: string | null }

/** A child of the plan with everything that follows it there. */
export type GatheredChild = {
  planned: PlannedChild; household: OpenHousehold; facts: PlannedFact[]; recognition: PlannedRecognition | null; consents: PlannedConsent[]
}

/** A child that was written, as its case needs it. */
export type LoadedChild = {
  id: string; unitKey: string; label: string; maskedName: string; ageBand: string; householdId: string
  /** From this day on something about the child may be published; null where no such consent stands. */
  publicationFrom: LocalDate | null
}

const relations: Partial<Record<GuardianRelation, NewChild['guardians'][number]['relation']>> = { uncle: 'kin', aunt: 'kin' }
const guardianships: Partial<Record<GuardianRelation, NewChild['guardians'][number]['guardianship']>> =
  { father: 'legal', mother: 'legal', institution: 'institution' }
const lostForGood: ReadonlySet<string> = new Set(['dead', 'declared-missing'])
type Recognised = ChildRows['child']['civilAffairsTypes']
const recognisedTypes: Readonly<Record<PlannedRecognition['category'], ChildType>> = {
  orphan: 'orphan', 'de-facto-unattended': 'de-facto-unsupported', 'left-behind': 'left-behind', migrant: 'migrant', hardship: 'hardship',
  destitute: 'extreme-poverty', 'severe-illness-or-disability': 'severe-illness-disability', 'hiv-infected': 'hardship',
}

/** Writes a child with household, guardians, facts, types and consents, as a registration on that day and all that was entered since would have. */
export function addChild(frame: LoadFrame, gathered: GatheredChild): LoadedChild {
  const { planned, household } = gathered
  const unit = unitOf(frame, planned.unitKey)
  const facts = enteredFactsOf(gathered.facts)
  const consents = gathered.consents.filter((consent) => consent.answer === 'given')
  const registeredOn = registrationDay(frame, planned, [...facts.map((fact) => fact.recordedOn), ...gathered.consents.map((consent) => consent.decidedOn)])
  const rows = childRowsOf(
    { cityId: frame.cityId, masterKeys: frame.masterKeys, today: frame.today, makeId: idsFor(frame, planned.key, registeredOn) },
    {
      child: newChildOf(frame, gathered, { facts, consents }), unit: reporting(unit), householdId: household.id, registeredOn, registeredBy: null,
      identified: { name: planned.name, sex: planned.sex, birthOn: planned.birthOn, paperNumber: planned.idNumber, phone: planned.phone },
    })
  household.id = rows.child.householdId
  addRows(frame, rows, { gathered, facts, consents, registeredOn })
  const { maskedName, ageBand } = rows.child
  const publication = consents.find((consent) => consent.purpose === 'publication' && consent.withdrawnOn === null)
  return {
    id: rows.child.id, unitKey: planned.unitKey, label: labelOf({ maskedName, ageBand }), maskedName, ageBand, householdId: rows.child.householdId,
    publicationFrom: publication?.decidedOn ?? null,
  }
}

/** The first day on which anything was entered, and never before birth. */
const registrationDay = ({ today }: LoadFrame, { birthOn }: PlannedChild, days: readonly LocalDate[]) => later(days.toSorted()[0] ?? today, birthOn)

type Entered = { facts: EnteredFact[]; consents: PlannedConsent[] }

function newChildOf(frame: LoadFrame, { planned, household, facts: plannedFacts }: GatheredChild, { facts, consents }: Entered): NewChild {
  const gone = new Set(plannedFacts.flatMap((fact) =>
    (fact.fact === 'parent-state' && fact.until === null && lostForGood.has(fact.value) ? [fact.about as GuardianRelation] : [])))
  const unit = unitOf(frame, planned.unitKey)
  return {
    name: planned.name, sex: planned.sex, paperKind: planned.idNumber === null ? 'none' : 'id-card', paperNumber: planned.idNumber ?? undefined,
    birthOn: planned.birthOn, phone: planned.phone ?? undefined, address: `${unit.name}${household.planned.address}`, health: healthNoteOf(plannedFacts),
    guardians: household.guardians.filter(({ relation }) => !gone.has(relation)).map((guardian) => ({
      name: guardian.name, relation: relations[guardian.relation] ?? guardian.relation as 'father', phone: guardian.phone ?? undefined,
      guardianship: guardianships[guardian.relation] ?? 'entrusted',
      idNumber: guardian.idNumber ?? undefined, isPrimary: guardian.isActualGuardian,
    })),
    facts: facts.map(({ recordedOn: _entered, ...fact }) => fact),
    consents: consents.map((consent) => ({
      kind: consent.purpose, form: 'paper', fromOn: consent.decidedOn,
      covers: consent.purpose === 'service' ? '接受五老结对帮扶和上门走访' : '在工作总结中使用不露面的活动照片',
    })),
  }
}

type Registration = Entered & { gathered: GatheredChild; registeredOn: LocalDate }

function addRows(frame: LoadFrame, rows: ChildRows, registration: Registration): void {
  const { writer } = frame
  const { gathered: { recognition }, facts, consents, registeredOn } = registration
  const createdAt = momentOn(frame, registeredOn, rows.child.id)
  if (rows.household !== null) writer.add('children.households', { ...rows.household, createdAt })
  const hasServiceConsent = consents.some((consent) => consent.purpose === 'service' && holdsToday(frame, consent))
  const types = (recognition === null || recognition.endedOn !== null ? [] : [recognisedTypes[recognition.category]]) as ChildType[]
  const differs = hasDifference(rows.child.derivedTypes as ChildType[], types)
  const lastEntered = [...facts.map((fact) => fact.recordedOn), recognition?.recognisedOn ?? registeredOn].reduce(later, registeredOn)
  writer.add('children.children', {
    ...rows.child, civilAffairsTypes: types as Recognised, civilAffairsOn: recognition?.endedOn ?? recognition?.recognisedOn ?? null,
    civilAffairsSource: recognition === null ? null : '民政部门台账', differs, hasServiceConsent, createdAt,
    updatedAt: momentOn(frame, lastEntered, rows.child.id),
  })
  writer.add('children.identities', { ...rows.identity, updatedAt: createdAt })
  writer.add('children.personKeys', rows.personKey)
  writer.add('children.guardians', ...rows.guardians.map((row) => ({ ...row, createdAt })))
  writer.add('children.facts', ...rows.facts.map((row, at) => (
    { ...row, recordedAt: momentOn(frame, later(facts[at]?.recordedOn ?? registeredOn, registeredOn), row.id) })))
  writer.add('children.derivedTypes', ...rows.derivedTypes.map((row) => ({ ...row, derivedAt: createdAt })))
  writer.add('children.consents', ...rows.consents.map((row, at) => ({
    ...row, withdrawnOn: consents[at]?.withdrawnOn ?? null, withdrawalReason: consents[at]?.withdrawnOn ? '监护人不愿再继续' : null, recordedAt: createdAt,
  })))
  writer.add('children.searchTerms', ...rows.searchTerms)
  writer.add('children.personIndex', ...rows.personIndex)
  addFacts(frame, countedOf(frame, rows, { ...registration, differs }))
}

const holdsToday = (frame: LoadFrame, { decidedOn, withdrawnOn }: PlannedConsent) =>
  isConsentValid({ fromOn: decidedOn, untilOn: null, withdrawnOn }, frame.today)

/** What the registration counts, with what began and ended since. */
function countedOf(frame: LoadFrame, rows: ChildRows, registration: Registration & { differs: boolean }): DatedFact[] {
  const { gathered: { recognition }, consents, registeredOn, differs } = registration
  const common = {
    unit: { id: rows.child.unitId, scopeCode: String(rows.child.scopeCode) }, record: { kind: 'child', id: rows.child.id }, subjectId: rows.child.id,
    label: labelOf(rows.child),
  }
  const ownMarks = new Set(['child.differs', 'child.consent.service'])
  const standing = rows.counted.filter((fact) => !ownMarks.has(fact.measure))
  const past = rows.derivedTypes.flatMap((line) => {
    const type = line.type as ChildType
    const until = line.untilOn
    return until === null || until === undefined || until < registeredOn || isSensitiveType(type) ? []
      : [{ ...common, measure: measureOfType(type), happenedOn: later(line.fromOn, registeredOn), endedOn: dayAfter(until) }]
  })
  const recognised = recognition === null ? [] : [{
    ...common, measure: measureOfCivilAffairsType(recognisedTypes[recognition.category]), happenedOn: later(recognition.recognisedOn, registeredOn),
    ...(recognition.endedOn === null ? {} : { endedOn: recognition.endedOn }),
  }]
  const agreed = consents.filter((consent) => consent.purpose === 'service').map((consent) => ({
    ...common, measure: 'child.consent.service', happenedOn: later(consent.decidedOn, registeredOn),
    ...(holdsToday(frame, consent) ? {} : { endedOn: consent.withdrawnOn ?? frame.today }),
  }))
  const differing = differs ? [{ ...common, measure: 'child.differs', happenedOn: later(recognition?.recognisedOn ?? registeredOn, registeredOn) }] : []
  return [...standing, ...past, ...recognised, ...agreed, ...differing]
}
