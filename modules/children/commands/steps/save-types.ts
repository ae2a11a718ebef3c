import { endFacts, recordFacts } from '#modules/figures/index.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import type { ChildType } from '../../contract.ts'
import { findNoticeDays } from '../../queries/steps/notice-days.ts'
import { bandOn } from '../../rules/age.ts'
import { nextBirthdayNotice } from '../../rules/birthdays.ts'
import { isConsentValid } from '../../rules/consents.ts'
import { hasDifference } from '../../rules/types/differences.ts'
import { labelOf, measureOfType } from '../../rules/measures.ts'
import { milestoneOf } from '../../rules/milestone.ts'
import { compareHistories, historyOf, type HistoryLine, type KeptLine } from '../../rules/types/type-history.ts'
import { isSensitiveType } from '../../rules/types/catalogue.ts'
import type { RuleFact } from '../../rules/types/conditions.ts'
import { rulesMark } from '../../rules/types/rules-mark.ts'
import { keyOf, openIdentity } from '../../queries/steps/identity.ts'
import { isOfChild } from '../../queries/steps/merged-records.ts'
import { loadSealed, type LockedChild } from '../../queries/steps/load-child.ts'

/** What changed by deriving anew. */
export type DerivedAnew = { ageBand: string; begun: ChildType[]; ended: ChildType[]; version: number }

/**
 * Derives the types of a locked child anew from the facts that stand, writes card, history and figures. Called after every change of a fact,
 * a consent, a birth date, and on the day the card itself named.
 */
export async function saveTypes(
  context: Context,
  child: LockedChild,
  change: { maskedName?: string; sex?: string } = {},
): Promise<DerivedAnew> {
  const { tx, actor, today } = context
  const [sealed, facts, consents, kept, noticeDays] = await Promise.all([
    loadSealed(context, child.id),
    loadFacts(context, child.id),
    loadConsents(context, child.id),
    loadKept(context, child.id),
    findNoticeDays(context),
  ])
  if (sealed?.sealed == null || sealed.wrapped === null) throw new Refusal('NOT_FOUND')
  const place = { cityId: actor.cityId, childId: child.id }
  const { birthOn } = openIdentity(keyOf(context.installation.masterKeys, sealed.wrapped, place), place, sealed.sealed)
  const subject = { birthOn, facts }
  const history = historyOf(subject, today)
  const current = history.filter((line) => line.untilOn === null).map((line) => line.type)
  const derivedTypes = current.filter((type) => !isSensitiveType(type))
  const card = {
    maskedName: change.maskedName ?? child.maskedName,
    sex: change.sex ?? child.sex,
    ageBand: bandOn(birthOn, today),
    derivedTypes,
    differs: hasDifference(derivedTypes, child.civilAffairsTypes as ChildType[]),
    hasServiceConsent: consents.some((consent) => consent.kind === 'service' && isConsentValid(consent, today)),
    nextMilestoneOn: milestoneOf(subject, consents, today) ?? null,
    birthdayNoticeOn: nextBirthdayNotice(birthOn, today, noticeDays)?.noticeOn ?? null,
    derivedUnder: rulesMark(noticeDays),
  }
  const compared = compareHistories(kept, history)
  await Promise.all([
    tx
      .updateTable('children.children')
      .set({ ...card, version: child.version + 1, updatedAt: context.now })
      .where('cityId', '=', actor.cityId)
      .where('id', '=', child.id)
      .execute(),
    writeHistory(context, child, compared),
    // A consent holds for every record of the child.
    tx.updateTable('children.children').set({ hasServiceConsent: card.hasServiceConsent }).where('cityId', '=', actor.cityId)
      .where('mergedIntoId', '=', child.id).execute(),
  ])
  await countTypes(context, { ...child, ...card }, compared)
  await countMarks(context, child, card)
  return {
    ageBand: card.ageBand,
    version: child.version + 1,
    begun: compared.added.filter((line) => line.untilOn === null).map((line) => line.type),
    ended: [...compared.voided.filter((line) => line.untilOn === null), ...compared.ended.filter((line) => line.before === null)]
      .map((line) => line.type)
      .filter((type) => !current.includes(type)),
  }
}

async function loadFacts(context: Context, childId: string): Promise<RuleFact[]> {
  const rows = await context.tx
    .selectFrom('children.facts')
    .select(['id', 'subject', 'kind', 'value', 'fromOn', 'untilOn'])
    .where('cityId', '=', context.actor.cityId)
    .where(isOfChild(context, childId))
    .where('voidedAt', 'is', null)
    .execute()
  return rows as RuleFact[]
}

function loadConsents(context: Context, childId: string) {
  return context.tx
    .selectFrom('children.consents')
    .select(['kind', 'fromOn', 'untilOn', 'withdrawnOn'])
    .where('cityId', '=', context.actor.cityId)
    .where(isOfChild(context, childId))
    .execute()
}

async function loadKept(context: Context, childId: string): Promise<KeptLine[]> {
  const rows = await context.tx
    .selectFrom('children.derivedTypes')
    .select(['id', 'type', 'fromOn', 'untilOn'])
    .where('cityId', '=', context.actor.cityId)
    .where('childId', '=', childId)
    .where('voidedAt', 'is', null)
    .execute()
  return rows as KeptLine[]
}

type Compared = ReturnType<typeof compareHistories>

async function writeHistory(context: Context, child: LockedChild, { added, voided, ended }: Compared): Promise<void> {
  const { tx, actor, now } = context
  if (voided.length > 0) {
    await tx
      .updateTable('children.derivedTypes')
      .set({ voidedAt: now })
      .where('cityId', '=', actor.cityId)
      .where(
        'id',
        'in',
        voided.map((line) => line.id),
      )
      .execute()
  }
  await Promise.all(
    ended.map((line) =>
      tx
        .updateTable('children.derivedTypes')
        .set({ untilOn: line.untilOn })
        .where('cityId', '=', actor.cityId)
        .where('id', '=', line.id)
        .execute(),
    ),
  )
  if (added.length > 0) {
    await tx
      .insertInto('children.derivedTypes')
      .values(added.map((line) => ({ ...line, cityId: actor.cityId, id: newId(), scopeCode: child.scopeCode, childId: child.id })))
      .execute()
  }
}

type Counted = Pick<LockedChild, 'id' | 'unitId' | 'scopeCode' | 'registeredOn' | 'unitSince' | 'maskedName' | 'ageBand'>

/** Figures follow the history; a type counts from the day the unit got the child at the earliest, so that no closed month changes. */
async function countTypes(context: Context, child: Counted, { added, voided, ended }: Compared): Promise<void> {
  const open = (line: { type: ChildType }) => !isSensitiveType(line.type)
  for (const line of voided.filter(open)) await endFacts(context, { recordId: child.id, measures: [measureOfType(line.type)] })
  for (const line of ended.filter(open)) {
    if (line.untilOn !== null)
      await endFacts(context, { recordId: child.id, measures: [measureOfType(line.type)], on: addDays(line.untilOn, 1) })
  }
  const resumed = ended
    .filter((line) => line.untilOn === null && line.before !== null)
    .map((line) => ({ ...line, fromOn: addDays(line.before ?? line.fromOn, 1) }))
  const begun = [...added, ...resumed].filter(open)
  await recordFacts(
    context,
    begun.filter((line) => countsAtAll(line, child)).map((line) => countedFact(child, measureOfType(line.type), line.fromOn)),
  )
  for (const line of begun.filter((each) => each.untilOn !== null && countsAtAll(each, child))) {
    await endFacts(context, { recordId: child.id, measures: [measureOfType(line.type)], on: addDays(line.untilOn ?? line.fromOn, 1) })
  }
}

const countsAtAll = (line: Pick<HistoryLine, 'untilOn'>, child: Counted) => line.untilOn === null || line.untilOn >= heldSince(child)

/** A unit counts a child from the registration on, or from the day of its transfer. */
const heldSince = (child: Counted): LocalDate => child.unitSince ?? child.registeredOn

/** One thing that is counted of a child. */
export function countedFact(child: Counted, measure: string, on: LocalDate) {
  return {
    measure,
    happenedOn: on > heldSince(child) ? on : heldSince(child),
    unit: { id: child.unitId, scopeCode: child.scopeCode },
    record: { kind: 'child', id: child.id },
    subjectId: child.id,
    label: labelOf(child),
  }
}

async function countMarks(
  context: Context,
  before: LockedChild,
  after: { differs: boolean; hasServiceConsent: boolean; maskedName: string; ageBand: string },
): Promise<void> {
  await countMark(context, { ...before, ...after }, { measure: 'child.differs', was: before.differs, is: after.differs })
  await countMark(
    context,
    { ...before, ...after },
    { measure: 'child.consent.service', was: before.hasServiceConsent, is: after.hasServiceConsent },
  )
}

/** A mark of the card that began or ended today. */
export async function countMark(context: Context, child: Counted, mark: { measure: string; was: boolean; is: boolean }): Promise<void> {
  if (!mark.was && mark.is) await recordFacts(context, [countedFact(child, mark.measure, context.today)])
  if (mark.was && !mark.is) await endFacts(context, { recordId: child.id, measures: [mark.measure], on: context.today })
}
