import { recordFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustRegisterChildren } from '../access.ts'
import { fileFields, type ChildRow, type NewChild } from '../contract.ts'
import { findRegistrationIssues, identify } from '../rules/registration.ts'
import { childRowsOf, type ChildRows } from './steps/child-rows.ts'
import { findOpenUnit } from './steps/find-open-unit.ts'

/** For how many days the person who registered a child may finish the file. */
export const registrationAccessDays = 30

/** Registers a child with guardians, facts and consents in one go; refuses somebody whose number is known anywhere in the city. */
export async function registerChild(context: Context, input: NewChild): Promise<ChildRow> {
  mustRegisterChildren(context.actor)
  const { actor, today, installation } = context
  const read = identify(input, today)
  const issues = [...(read.ok ? [] : read.issues), ...findRegistrationIssues(input, today)]
  if (!read.ok || issues.length > 0) throw new InvalidInput(issues)
  const [unit, householdId] = await Promise.all([findOpenUnit(context, input.unitId), findHousehold(context, input.siblingId)])
  const rows = childRowsOf(
    { cityId: actor.cityId, masterKeys: installation.masterKeys, today },
    { child: input, identified: read.identified, unit, householdId, registeredOn: today, registeredBy: actor.accountId },
  )
  await insertChild(context, rows)
  await Promise.all([
    grantRegistrar(context, rows.child),
    recordAudit(context, {
      verb: 'child.registered',
      subjectKind: 'child',
      subjectId: rows.child.id,
      scopeCode: unit.scopeCode,
      details: {
        derivedTypes: rows.child.derivedTypes,
        facts: rows.facts.length,
        consents: rows.consents.map((consent) => consent.kind),
        paperKind: input.paperKind,
      },
    }),
    recordFacts(context, rows.counted),
  ])
  return rowOf(context, rows, unit)
}

async function findHousehold(context: Context, siblingId: string | undefined): Promise<string | null> {
  if (siblingId === undefined) return null
  const sibling = await context.tx
    .selectFrom('children.children')
    .select('householdId')
    .where('cityId', '=', context.actor.cityId)
    .where('id', '=', siblingId)
    .executeTakeFirst()
  if (sibling === undefined) throw new InvalidInput([{ path: ['siblingId'], message: '没有找到这位兄弟姐妹，请重新选择' }])
  return sibling.householdId
}

async function insertChild(context: Context, rows: ChildRows): Promise<void> {
  // Every row carries its cityId.
  const { tx } = context
  if (rows.household !== null) await tx.insertInto('children.households').values(rows.household).execute()
  await tx
    .insertInto('children.children')
    .values({ ...rows.child, updatedAt: context.now })
    .execute()
  await insertIndex(context, rows.personIndex)
  await Promise.all([
    tx.insertInto('children.identities').values(rows.identity).execute(),
    tx.insertInto('children.personKeys').values(rows.personKey).execute(),
    ...(rows.guardians.length > 0 ? [tx.insertInto('children.guardians').values(rows.guardians).execute()] : []),
    ...(rows.facts.length > 0 ? [tx.insertInto('children.facts').values(rows.facts).execute()] : []),
    ...(rows.derivedTypes.length > 0 ? [tx.insertInto('children.derivedTypes').values(rows.derivedTypes).execute()] : []),
    ...(rows.consents.length > 0 ? [tx.insertInto('children.consents').values(rows.consents).execute()] : []),
    ...(rows.searchTerms.length > 0 ? [tx.insertInto('children.searchTerms').values(rows.searchTerms).execute()] : []),
  ])
}

/** Enters the hashes; a number that another child has is refused, also when both registrations run at once. That of a record merged into this one is not. */
export async function insertIndex(context: Context, index: ChildRows['personIndex']): Promise<void> {
  const { tx, actor } = context
  const numbers = index.filter((row) => row.kind === 'number')
  const others = index.filter((row) => row.kind !== 'number')
  if (others.length > 0) await tx.insertInto('children.personIndex').values(others).execute()
  if (numbers.length === 0) return
  const entered = await tx
    .insertInto('children.personIndex')
    .values(numbers)
    .onConflict((conflict) => conflict.columns(['cityId', 'hash']).where('kind', '=', 'number').doNothing())
    .returning('childId')
    .execute()
  if (entered.length === numbers.length) return
  const holder = await tx
    .selectFrom('children.personIndex as held')
    .innerJoin('organization.publishedUnits as unit', (join) =>
      join.onRef('unit.cityId', '=', 'held.cityId').onRef('unit.id', '=', 'held.unitId'),
    )
    .leftJoin('children.children as child', (join) => join.onRef('child.cityId', '=', 'held.cityId').onRef('child.id', '=', 'held.childId'))
    .select(['child.id', 'child.mergedIntoId', 'unit.name'])
    .where('held.cityId', '=', actor.cityId)
    .where('held.kind', '=', 'number')
    .where(
      'held.hash',
      'in',
      numbers.map((row) => row.hash),
    )
    .executeTakeFirst()
  // Another record of the same child has it in the index, and goes on doing so.
  if (holder?.mergedIntoId != null && numbers.every((row) => row.childId === holder.mergedIntoId)) return
  throw new Refusal('CHILD_ALREADY_REGISTERED', { childId: holder?.id ?? null, unitName: holder?.name ?? '' })
}

async function grantRegistrar(context: Context, child: ChildRows['child']): Promise<void> {
  const { tx, actor, now } = context
  await tx
    .insertInto('children.accessGrants')
    .values({
      cityId: actor.cityId,
      id: newId(),
      scopeCode: child.scopeCode,
      childId: child.id,
      accountId: actor.accountId,
      purpose: 'registration',
      fields: [...fileFields],
      ground: 'registration',
      groundId: child.id,
      fromAt: now,
      untilAt: new Date(now.getTime() + registrationAccessDays * 86_400_000),
    })
    .execute()
}

function rowOf(context: Context, rows: ChildRows, unit: { name: string }): ChildRow {
  const { child } = rows
  return {
    id: child.id,
    unitCode: codeOfScope(String(child.scopeCode)),
    unitName: unit.name,
    maskedName: child.maskedName,
    sex: child.sex as ChildRow['sex'],
    ageBand: child.ageBand as ChildRow['ageBand'],
    derivedTypes: child.derivedTypes as ChildRow['derivedTypes'],
    civilAffairsTypes: [],
    differs: child.differs === true,
    status: 'registered',
    updatedAt: context.now,
  }
}
