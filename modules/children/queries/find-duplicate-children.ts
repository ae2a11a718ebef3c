import { recordAudit } from '#platform/audit/record.ts'
import { blindQuery } from '#platform/crypto/blind-index.ts'
import type { Context } from '#platform/http/context.ts'
import { cleanName } from '#platform/values/chinese-name.ts'
import { parseIdCard } from '#platform/values/id-card.ts'
import { parsePhone } from '#platform/values/phone.ts'
import { cleanText } from '#platform/values/text.ts'
import { mustRegisterChildren } from '../access.ts'
import { duplicateReasons, type ChildRow, type DuplicateReason } from '../contract.ts'
import { guardianPhoneHash, nameAndBirthHash, numberHash, pinyinAndBirthHash } from './steps/person-hash.ts'
import { childRowOf, rowColumns } from './steps/child-rows.ts'

type Asked = { name?: string | undefined; idNumber?: string | undefined; birthOn?: string | undefined; guardianPhone?: string | undefined }
type Hint = { isSameNumber: boolean; reasons: DuplicateReason[] }
type Answer = { candidates: (ChildRow & Hint)[]; elsewhere: ({ unitName: string } & Hint)[] }

const mostCandidates = 20

/**
 * Search before create: in one's own range masked candidates; elsewhere in the city only which unit has somebody with this number, or with this
 * name and birth date. That one looked is recorded.
 */
export async function findDuplicateChildren(context: Context, asked: Asked): Promise<Answer> {
  mustRegisterChildren(context.actor)
  const [held, alike] = await Promise.all([findHeld(context, [...hashesOf(context, asked), ...hintsOf(context, asked)]), findAlike(context, asked)])
  const own = await listCards(context, [...new Set([...held.map((row) => row.childId), ...alike])])
  const seen = new Set(own.map((row) => row.id))
  const elsewhere = Map.groupBy(held.filter(({ childId }) => !seen.has(childId)), ({ unitName }) => unitName ?? '')
  await recordAudit(context, {
    verb: 'child.looked-up',
    subjectKind: 'child',
    details: { by: Object.keys(asked), candidates: own.length, elsewhere: elsewhere.size },
  })
  return {
    candidates: own.map((row) => ({ ...row, ...hintOf(held.filter(({ childId }) => childId === row.id)) })),
    elsewhere: [...elsewhere].map(([unitName, rows]) => ({ unitName, ...hintOf(rows) })),
  }
}

/** What they have in common with what was typed. */
function hintOf(held: readonly { kind: string }[]): Hint {
  const reasons = duplicateReasons.filter((reason) => held.some(({ kind }) => kind === reason))
  return { isSameNumber: reasons.includes('number'), reasons }
}

/** The hashes that are hints alone: how the name sounds with the birth date, and the telephone of a guardian. */
function hintsOf(context: Context, asked: Asked): Buffer[] {
  const { searchKey } = context.installation.masterKeys
  const card = asked.idNumber === undefined ? undefined : parseIdCard(asked.idNumber)
  const birthOn = asked.birthOn ?? (card?.ok === true ? card.birthOn : undefined)
  const name = cleanName(asked.name ?? '')
  const phone = asked.guardianPhone === undefined ? undefined : parsePhone(asked.guardianPhone)?.value
  return [
    ...(name === '' || birthOn === undefined ? [] : [pinyinAndBirthHash(searchKey, name, birthOn)]),
    ...(phone === undefined ? [] : [guardianPhoneHash(searchKey, phone)]),
  ]
}

/** The hashes by which the city recognises what was typed. */
export function hashesOf(context: Context, asked: Asked): Buffer[] {
  const { searchKey } = context.installation.masterKeys
  const card = asked.idNumber === undefined ? undefined : parseIdCard(asked.idNumber)
  const number =
    card?.ok === true
      ? card.value
      : cleanText(asked.idNumber ?? '')
          .replace(/[\s-]/g, '')
          .toUpperCase()
  const birthOn = asked.birthOn ?? (card?.ok === true ? card.birthOn : undefined)
  const name = cleanName(asked.name ?? '')
  return [
    ...(number === '' ? [] : [numberHash(searchKey, number)]),
    ...(name === '' || birthOn === undefined ? [] : [nameAndBirthHash(searchKey, name, birthOn)]),
  ]
}

/** Who in the whole city is registered under these hashes, and by which unit. */
export async function findHeld(context: Context, hashes: readonly Buffer[]) {
  if (hashes.length === 0) return []
  const { tx, actor } = context
  return tx
    .selectFrom('children.personIndex as held')
    .innerJoin('organization.publishedUnits as unit', (join) =>
      join.onRef('unit.cityId', '=', 'held.cityId').onRef('unit.id', '=', 'held.unitId'),
    )
    .leftJoin('children.children as known', (join) => join.onRef('known.cityId', '=', 'held.cityId').onRef('known.id', '=', 'held.childId'))
    .select((is) => [is.fn.coalesce('known.mergedIntoId', 'held.childId').as('childId'), 'held.kind', 'held.unitId', 'unit.name as unitName'])
    .where('held.cityId', '=', actor.cityId)
    .where('held.hash', 'in', [...hashes])
    .orderBy('held.kind', 'desc')
    .limit(mostCandidates)
    .execute()
}

/** Children of the own range whose name reads the same or whose guardian has this phone. */
async function findAlike(context: Context, asked: Asked): Promise<string[]> {
  const questions = [cleanName(asked.name ?? ''), asked.guardianPhone === undefined ? '' : (parsePhone(asked.guardianPhone)?.value ?? '')]
  const found = await Promise.all(questions.filter((text) => text !== '').map((text) => findByTerms(context, text)))
  return found.flat()
}

async function findByTerms(context: Context, text: string): Promise<string[]> {
  const { tx, actor } = context
  const [first, ...others] = blindQuery(context.installation.masterKeys.searchKey, text)
  if (first === undefined) return []
  let found = tx
    .selectFrom('children.searchTerms as found')
    .select('found.childId')
    .distinct()
    .where('found.cityId', '=', actor.cityId)
    .where('found.term', '=', first)
  for (const term of others) {
    found = found.where('found.childId', 'in', (from) =>
      from
        .selectFrom('children.searchTerms as also')
        .select('also.childId')
        .where('also.cityId', '=', actor.cityId)
        .where('also.term', '=', term),
    )
  }
  return (await found.limit(mostCandidates).execute()).map((row) => row.childId)
}

async function listCards(context: Context, ids: readonly string[]): Promise<ChildRow[]> {
  if (ids.length === 0) return []
  const { tx, actor } = context
  const rows = await tx
    .selectFrom('children.children as child')
    .innerJoin('organization.publishedUnits as unit', (join) =>
      join.onRef('unit.cityId', '=', 'child.cityId').onRef('unit.id', '=', 'child.unitId'),
    )
    .select(rowColumns)
    .where('child.cityId', '=', actor.cityId)
    .where('child.id', 'in', [...ids])
    .where('child.status', 'in', ['registered', 'closed', 'erased'])
    .orderBy('child.updatedAt', 'desc')
    .limit(mostCandidates)
    .execute()
  return rows.map(childRowOf)
}
