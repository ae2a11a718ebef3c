import type { Insertable } from 'kysely'
import type { Fact as CountedFact } from '#modules/figures/index.ts'
import { newId } from '#platform/crypto/id.ts'
import type { MasterKeys } from '#platform/crypto/master-key.ts'
import { newWrappedKey } from '#platform/crypto/person-key.ts'
import type { DB } from '#platform/database/rows.ts'
import { cleanName } from '#platform/values/chinese-name.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { maskName } from '#platform/values/mask.ts'
import { parsePhone } from '#platform/values/phone.ts'
import { cleanParagraphs, cleanText } from '#platform/values/text.ts'
import type { NewChild } from '../../contract.ts'
import { bandOn } from '../../rules/age.ts'
import { nextBirthdayNotice, usualNoticeDays } from '../../rules/birthdays.ts'
import { isConsentValid } from '../../rules/consents.ts'
import { hasDifference } from '../../rules/types/differences.ts'
import { labelOf, measureOfType } from '../../rules/measures.ts'
import type { Identified } from '../../rules/registration.ts'
import { historyOf, type HistoryLine } from '../../rules/types/type-history.ts'
import { isSensitiveType } from '../../rules/types/catalogue.ts'
import type { RuleFact, RuleSubject } from '../../rules/types/conditions.ts'
import { rulesMark } from '../../rules/types/rules-mark.ts'
import { earliest, milestoneOf } from '../../rules/milestone.ts'
import { guardianPhoneHash, nameAndBirthHash, numberHash, pinyinAndBirthHash } from '../../queries/steps/person-hash.ts'
import { sealGuardian, sealHealth, sealIdentity, termsOfChild, type SealedIdentity } from '../../queries/steps/identity.ts'

/** What a registration stands on. */
export type RegistrationGround = {
  cityId: number
  masterKeys: MasterKeys
  today: LocalDate
  /** Where ids come from, for a loader whose ids must be the same each time; new ones when left out. */
  makeId?: () => string
}
/** One child to be registered, its papers already read by `identify`. */
export type RegistrationPlan = {
  child: NewChild
  identified: Identified
  unit: { id: string; scopeCode: string }
  /** Household of a brother or sister; null for one of its own. */
  householdId: string | null
  registeredOn: LocalDate
  /** Account; null for imports of the system itself. */
  registeredBy: string | null
}

type Row<Table extends keyof DB> = Insertable<DB[Table]>

/** Every row that one registration writes, in the order in which they may be inserted. */
export type ChildRows = {
  /** Null when the household of a brother or sister is shared. */
  household: Row<'children.households'> | null
  child: Row<'children.children'>
  identity: Row<'children.identities'>
  personKey: Row<'children.personKeys'>
  guardians: Row<'children.guardians'>[]
  facts: Row<'children.facts'>[]
  derivedTypes: Row<'children.derivedTypes'>[]
  consents: Row<'children.consents'>[]
  searchTerms: Row<'children.searchTerms'>[]
  personIndex: Row<'children.personIndex'>[]
  /** What figures count, for `recordFacts`. */
  counted: CountedFact[]
}

/** Turns a registration into rows without touching the database, so that one child and an import of fifty thousand take the same way. */
export function childRowsOf(ground: RegistrationGround, plan: RegistrationPlan): ChildRows {
  const { cityId, masterKeys, today } = ground
  const { child, identified, unit, registeredBy: recordedBy } = plan
  const makeId = ground.makeId ?? newId
  const childId = makeId()
  const place = { cityId, childId }
  const at = { cityId, scopeCode: unit.scopeCode }
  const { dataKey, wrapped } = newWrappedKey(masterKeys, { cityId: String(cityId), personId: childId })
  const identity = sealableOf(child, identified)
  const guardians = guardiansOf(child, makeId)
  const phones = guardians.map((guardian) => guardian.person.phone)
  const giver = guardians.find((guardian) => guardian.isPrimary)?.id ?? null
  const facts: RuleFact[] = child.facts.map((fact) => ({ ...fact, id: makeId(), untilOn: fact.untilOn ?? null }))
  const consents = child.consents.map((consent) => ({ ...consent, untilOn: consent.untilOn ?? null, withdrawnOn: null }))
  const subject = { birthOn: identified.birthOn, facts }
  const history = historyOf(subject, today)
  const card = cardOf(ground, plan, { childId, subject, consents, history })
  const health = cleanParagraphs(child.health ?? '')
  return {
    household: plan.householdId === null ? { ...at, id: card.householdId, unitId: unit.id, size: child.householdSize ?? null } : null,
    child: card,
    identity: {
      ...at,
      id: childId,
      sealed: sealIdentity(dataKey, place, identity),
      sealedHealth: health === '' ? null : sealHealth(dataKey, place, health),
    },
    personKey: { ...at, id: childId, wrapped },
    guardians: guardians.map(({ person, ...guardian }) => ({ ...at, ...guardian, childId, sealed: sealGuardian(dataKey, place, guardian.id, person) })),
    facts: facts.map((fact, index) => ({ ...at, ...fact, childId, evidence: child.facts[index]?.evidence ?? 'statement', recordedBy })),
    derivedTypes: history.map((line) => ({ ...at, ...line, id: makeId(), childId })),
    consents: consents.map(({ withdrawnOn: _none, ...consent }) => ({ ...at, ...consent, id: makeId(), childId, guardianId: giver, recordedBy })),
    searchTerms: termsOfChild(masterKeys.searchKey, identity, phones).map((term) => ({ ...at, term, childId })),
    personIndex: indexRowsOf(ground, identity, { childId, unitId: unit.id, guardianPhones: phones }),
    counted: countedOf(plan, card, history, consents),
  }
}

const sealableOf = (child: NewChild, identified: Identified): SealedIdentity => ({
  name: identified.name,
  paperKind: child.paperKind,
  paperNumber: identified.paperNumber,
  birthOn: identified.birthOn,
  phone: identified.phone,
  address: textOrNull(child.address),
  school: textOrNull(child.school),
})

/** The guardians, the first of them the primary one unless another is named. */
function guardiansOf(child: NewChild, makeId: () => string) {
  const isNamed = child.guardians.some((each) => each.isPrimary)
  return child.guardians.map(({ name, phone, idNumber, isPrimary, relation, guardianship }, index) => ({
    id: makeId(),
    relation,
    guardianship,
    isPrimary: isPrimary || (index === 0 && !isNamed),
    person: { name: cleanName(name), phone: phoneOrNull(phone), idNumber: idNumber?.replace(/\s/g, '').toUpperCase() ?? null },
  }))
}

/** Under which hashes the city recognises a child. */
export function indexRowsOf(
  ground: Pick<RegistrationGround, 'cityId' | 'masterKeys'>,
  identity: SealedIdentity,
  { guardianPhones, ...held }: { childId: string; unitId: string; guardianPhones: readonly (string | null)[] },
): Row<'children.personIndex'>[] {
  const { searchKey } = ground.masterKeys
  const number =
    identity.paperNumber === null
      ? []
      : [{ cityId: ground.cityId, ...held, kind: 'number', hash: numberHash(searchKey, identity.paperNumber) }]
  const phones = [...new Set(guardianPhones)].flatMap((phone) => (phone === null ? [] : [guardianPhoneHash(searchKey, phone)]))
  return [
    ...number,
    { cityId: ground.cityId, ...held, kind: 'name-and-birth', hash: nameAndBirthHash(searchKey, identity.name, identity.birthOn) },
    { cityId: ground.cityId, ...held, kind: 'pinyin-and-birth', hash: pinyinAndBirthHash(searchKey, identity.name, identity.birthOn) },
    ...phones.map((hash) => ({ cityId: ground.cityId, ...held, kind: 'guardian-phone', hash })),
  ]
}

type Parts = { childId: string; subject: RuleSubject; consents: DatedConsent[]; history: HistoryLine[] }
type DatedConsent = { kind: string; fromOn: LocalDate; untilOn: LocalDate | null; withdrawnOn: LocalDate | null }

function cardOf(ground: RegistrationGround, plan: RegistrationPlan, { childId, subject, consents, history }: Parts) {
  const { identified, unit } = plan
  const derivedTypes = history.filter((line) => line.untilOn === null && !isSensitiveType(line.type)).map((line) => line.type)
  return {
    cityId: ground.cityId,
    id: childId,
    scopeCode: unit.scopeCode,
    unitId: unit.id,
    householdId: plan.householdId ?? (ground.makeId ?? newId)(),
    maskedName: maskName(identified.name),
    sex: identified.sex,
    ageBand: bandOn(identified.birthOn, ground.today),
    nextMilestoneOn: milestoneOf(subject, consents, ground.today) ?? null,
    // A city with its own days of notice finds the difference by the mark, in the next night.
    birthdayNoticeOn: nextBirthdayNotice(identified.birthOn, ground.today, usualNoticeDays)?.noticeOn ?? null,
    derivedUnder: rulesMark(usualNoticeDays),
    registeredOn: plan.registeredOn,
    registeredBy: plan.registeredBy,
    derivedTypes,
    differs: hasDifference(derivedTypes, []),
    hasServiceConsent: consents.some((consent) => consent.kind === 'service' && isConsentValid(consent, ground.today)),
  } satisfies Row<'children.children'>
}

function countedOf(
  plan: RegistrationPlan,
  card: ReturnType<typeof cardOf>,
  history: HistoryLine[],
  consents: DatedConsent[],
): CountedFact[] {
  const counted = (measure: string, happenedOn: LocalDate): CountedFact => ({
    measure,
    happenedOn: happenedOn > plan.registeredOn ? happenedOn : plan.registeredOn,
    unit: plan.unit,
    record: { kind: 'child', id: card.id },
    subjectId: card.id,
    label: labelOf(card),
  })
  const service = consents.filter((consent) => consent.kind === 'service').map((consent) => consent.fromOn)
  return [
    counted('child.added', plan.registeredOn),
    counted('child.registered', plan.registeredOn),
    ...history
      .filter((line) => line.untilOn === null && !isSensitiveType(line.type))
      .map((line) => counted(measureOfType(line.type), line.fromOn)),
    ...(card.differs ? [counted('child.differs', plan.registeredOn)] : []),
    ...(card.hasServiceConsent ? [counted('child.consent.service', earliest(service) ?? plan.registeredOn)] : []),
  ]
}

const textOrNull = (text: string | undefined): string | null => cleanText(text ?? '') || null
const phoneOrNull = (phone: string | undefined): string | null => (phone === undefined ? null : (parsePhone(phone)?.value ?? null))
