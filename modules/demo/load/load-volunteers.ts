import { sealIdNumber } from '#modules/volunteers/queries/id-number.ts'
import { countedSpans } from '#modules/volunteers/rules/validity.ts'
import { termsOfVolunteer } from '#modules/volunteers/commands/steps/search-terms.ts'
import { joiningFact, leavingFact, membershipFacts, validityFact } from '#modules/volunteers/commands/steps/volunteer-facts.ts'
import { blindTerm } from '#platform/crypto/blind-index.ts'
import { newWrappedKey } from '#platform/crypto/person-key.ts'
import { idTerms } from '#platform/crypto/search-terms.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { PlannedVolunteer } from '../rules/plan.ts'
import { addFacts } from './fact-rows.ts'
import { idOf, idsFor, later, momentOn, reporting, unitOf, type KnownVolunteers, type LoadFrame } from './frame.ts'

const serviceRoleCodes: Readonly<Record<string, string>> = {
  思政巡讲报告员: 'political-lecturer', 红色教育宣传员: 'red-education', 文明新风引导员: 'civility-guide', 普法维权帮教员: 'legal-aid',
  家教家风传播员: 'family-education', 乡村振兴指导员: 'village-revival', 社会治理网格员: 'neighbourhood', 科技文化辅导员: 'science-culture',
  助学帮困协调员: 'schooling-aid', 健康教育咨询员: 'health-advice',
}

/** Writes a volunteer with key, search terms, clearances, insurance and facts. Says the id. */
export function addVolunteer(frame: LoadFrame, planned: PlannedVolunteer, volunteers: KnownVolunteers): string {
  const { cityId, writer } = frame
  const unit = unitOf(frame, planned.unitKey)
  const id = idOf(frame, planned.key, planned.joinedOn)
  const at = { cityId, scopeCode: unit.scopeCode }
  const { dataKey, wrapped } = newWrappedKey(frame.masterKeys, { cityId: String(cityId), personId: id })
  const checks = planned.clearances.map((check) => ({
    checkedOn: check.checkedOn, result: check.result === 'passed' ? 'clear' : 'found', validUntil: check.result === 'passed' ? check.validUntil : null,
  }))
  const latest = checks.at(-1)
  const introducerId = planned.introducedByKey === null ? null : volunteers.get(planned.introducedByKey)?.id ?? null
  writer.add('volunteers.volunteers', {
    ...at, id, unitId: unit.id, name: planned.name, sex: planned.sex, birthOn: planned.birthOn, phone: planned.phone,
    idHash: hashOf(frame, planned.idNumber), sealed: planned.idNumber === null ? null : sealIdNumber(dataKey, id, planned.idNumber),
    categories: planned.categories, skills: planned.skills,
    serviceRoles: planned.serviceRoles.map((name) => serviceRoleCodes[name] ?? name), healthLimits: planned.healthLimits, capacity: planned.capacity,
    isPartyMember: planned.isPartyMember, education: planned.education, formerWork: planned.formerWork, hasSmartphone: planned.hasSmartphone,
    joinedOn: planned.joinedOn, joinedBy: planned.joinedBy, introducerId, status: planned.status, statusOn: planned.statusSince,
    clearanceResult: latest?.result ?? null, clearanceOn: latest?.checkedOn ?? null, clearanceUntil: latest?.validUntil ?? null,
    insuredUntil: planned.insurance?.until ?? null, createdAt: momentOn(frame, planned.joinedOn, id),
    updatedAt: momentOn(frame, [planned.statusSince, latest?.checkedOn].reduce<LocalDate>((day, other) => later(day, other ?? day), planned.joinedOn), id),
  })
  if (planned.idNumber !== null) writer.add('volunteers.personKeys', { ...at, id, wrapped })
  const terms = termsOfVolunteer({ id, scopeCode: unit.scopeCode, name: planned.name, phone: planned.phone })
  writer.add('volunteers.searchTerms', ...terms.map((term) => ({ ...at, term, volunteerId: id })))
  addMembership(frame, planned, id)
  addValidities(frame, planned, { id, checks })
  return id
}

function hashOf({ masterKeys }: LoadFrame, idNumber: string | null): Buffer | null {
  const term = idNumber === null ? undefined : idTerms(idNumber)[0]
  return term === undefined ? null : blindTerm(masterKeys.searchKey, term)
}

function addMembership(frame: LoadFrame, planned: PlannedVolunteer, id: string): void {
  const counted = countedOf(frame, planned, id)
  const left = planned.status === 'left' ? planned.statusSince : null
  const members = membershipFacts(counted, planned.joinedOn).map((fact) => (left === null ? fact : { ...fact, endedOn: left }))
  addFacts(frame, [joiningFact(counted, planned.joinedOn), ...members, ...(left === null ? [] : [leavingFact(counted, left)])])
}

const countedOf = (frame: LoadFrame, planned: PlannedVolunteer, id: string) => ({
  id, name: planned.name, unit: reporting(unitOf(frame, planned.unitKey)), categories: planned.categories, isPartyMember: planned.isPartyMember,
})

type Check = { checkedOn: LocalDate; result: string; validUntil: LocalDate | null }

/** Clearances and insurance, each counted until it ends, a later one takes over, or the volunteer leaves. */
function addValidities(frame: LoadFrame, planned: PlannedVolunteer, { id, checks }: { id: string; checks: readonly Check[] }): void {
  const { cityId, writer, today } = frame
  const at = { cityId, scopeCode: unitOf(frame, planned.unitKey).scopeCode }
  const nextId = idsFor(frame, `${planned.key}/validity`, planned.joinedOn)
  const clearances = checks.map((check) => ({ ...check, id: nextId() }))
  const insurances = planned.insurance === null ? [] : [{ ...planned.insurance, id: nextId() }]
  const spans = [
    ...countedSpans(clearances.map((row) => ({ id: row.id, from: row.checkedOn, until: row.validUntil })))
      .map((span) => ({ ...span, kind: 'clearance' as const })),
    ...countedSpans(insurances).map((span) => ({ ...span, kind: 'insurance' as const })),
  ].map((span) => ({ ...span, endsOn: endOf(planned, span.endsOn) })).filter((span) => span.endsOn > span.from)
  const counting = (rowId: string) => {
    const span = spans.find((each) => each.id === rowId)
    return { endsOn: span?.endsOn ?? null, hasEnded: span === undefined || span.endsOn <= today }
  }
  writer.add('volunteers.clearances', ...clearances.map((row) => (
    { ...at, ...row, volunteerId: id, channel: '公安', ...counting(row.id), recordedAt: momentOn(frame, row.checkedOn, row.id) })))
  writer.add('volunteers.insurances', ...insurances.map((row) => ({
    ...at, id: row.id, volunteerId: id, insurer: '演示保险公司', fromOn: row.from, untilOn: row.until, ...counting(row.id),
    recordedAt: momentOn(frame, row.from, row.id),
  })))
  const counted = countedOf(frame, planned, id)
  addFacts(frame, spans.map((span) => ({
    ...validityFact(counted, { id: span.id, kind: span.kind, from: span.from }), ...(span.endsOn <= today ? { endedOn: span.endsOn } : {}),
  })))
}

/** Somebody who has left is not counted any longer from that day on. */
const endOf = (planned: PlannedVolunteer, endsOn: LocalDate): LocalDate =>
  (planned.status === 'left' && planned.statusSince !== null && planned.statusSince < endsOn ? planned.statusSince : endsOn)
