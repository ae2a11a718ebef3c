import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { maskName } from '#platform/values/mask.ts'
import type { civilAffairsTypes } from '../../contract.ts'
import type { LockedChild } from '../../queries/steps/load-child.ts'
import { openGuardian, sealChange, sealGuardian, type SealedIdentity } from '../../queries/steps/identity.ts'
import { numberHash } from '../../queries/steps/person-hash.ts'
import { typesAfter, type ComparedField } from '../../rules/lists/compare-listed.ts'
import type { ListedChild } from '../../rules/lists/read-list-row.ts'
import { openSealed, writeIdentity, type Corrected } from '../correct-child.ts'
import { saveRecognised } from '../steps/save-recognised.ts'
import { saveTypes } from '../steps/save-types.ts'

type Recognised = (typeof civilAffairsTypes)[number]
/** What a changed record was before, sealed where it is personal, so that an undo can set it back. */
export type FormerChild = {
  types: Recognised[]; decidedOn: LocalDate | null; source: string | null; endedOn: LocalDate
  /** Identity sealed under the child's key, base64; absent where only the recognition changed. */
  identity?: { sealed: string; sex: string }
  addedGuardianId?: string
  changedGuardian?: { id: string; sealed: string }
}
/** What is taken over from a list. */
export type Taken = { listed: ListedChild; fields: readonly ComparedField[]; covered: ReadonlySet<Recognised> }

const recognition: readonly ComparedField[] = ['types', 'decidedOn', 'source']

/** Takes the chosen fields over from the list; undefined when another child has got the number meanwhile. */
export async function takeListed(context: Context, child: LockedChild, taken: Taken): Promise<
  { version: number; before: FormerChild } | undefined> {
  const { listed, fields, covered } = taken
  if (fields.includes('paperNumber') && await isNumberTaken(context, child.id, listed.paperNumber)) return undefined
  const former = {
    types: child.civilAffairsTypes as Recognised[], decidedOn: child.civilAffairsOn, source: child.civilAffairsSource,
      endedOn: listed.decidedOn ?? context.today }
  let changed = child
  if (fields.some((field) => recognition.includes(field))) {
    changed = await saveRecognised(context, child, {
      types: fields.includes('types') ? typesAfter(former.types, listed.types, covered) : former.types,
      decidedOn: fields.includes('decidedOn') ? listed.decidedOn : former.decidedOn, source: fields.includes('source') ? listed.source : former.source,
      endedOn: former.endedOn,
    })
  }
  const personal = fields.filter((field) => !recognition.includes(field))
  if (personal.length === 0) return { version: changed.version, before: former }
  const opened = await openSealed(context, child)
  const before: FormerChild = { ...former, ...await takeGuardian(context, child, opened.key, personal.includes('guardian') ? listed.guardian : null) }
  const written = await takeIdentity(context, changed, { opened, listed, personal })
  return { version: written.version, before: { ...before, identity: written.before } }
}

async function isNumberTaken({ tx, actor, installation }: Context, childId: string, number: string | null): Promise<boolean> {
  if (number === null) return false
  const held = await tx.selectFrom('children.personIndex').select('childId').where('cityId', '=', actor.cityId).where('kind', '=', 'number')
    .where('hash', '=', numberHash(installation.masterKeys.searchKey, number)).where('childId', '<>', childId).executeTakeFirst()
  return held !== undefined
}

type Opened = Awaited<ReturnType<typeof openSealed>>

async function takeIdentity(context: Context, child: LockedChild, { opened, listed,
  personal }: { opened: Opened; listed: ListedChild; personal: readonly ComparedField[] }) {
  const place = { cityId: context.actor.cityId, childId: child.id }
  const next = correctedBy(child, opened, listed, personal)
  const sealed = sealChange(opened.key, place, { before: opened.identity, after: next.identity })
  await writeIdentity(context, child, opened.key, next, false)
  const { version } = await saveTypes(context, child, { maskedName: maskName(next.identity.name), sex: next.sex })
  await recordAudit(context, {
    verb: 'child.corrected', subjectKind: 'child', subjectId: child.id, scopeCode: child.scopeCode, reason: '按民政名单更正',
    details: { fields: personal }, sealed: { personId: child.id, bytes: sealed } })
  return { version, before: { sealed: sealed.toString('base64'), sex: child.sex } }
}

function correctedBy(child: LockedChild, { identity, health }: Opened, listed: ListedChild, personal: readonly ComparedField[]): Corrected {
  const takes = (field: ComparedField) => personal.includes(field)
  const next: SealedIdentity = {
    ...identity, ...(takes('name') ? { name: listed.name } : {}), ...(takes('address') ? { address: listed.address } : {}),
    ...(takes('school') ? { school: listed.school } : {}),
    ...(takes('paperNumber') && listed.paperNumber !== null ? { paperNumber: listed.paperNumber, paperKind: 'id-card' } : {}),
  }
  return { identity: next, sex: takes('sex') ? listed.sex : child.sex, health }
}

/** A guardian known by name gets the telephone of the list; an unknown one is added, as the primary one where there was none. */
async function takeGuardian(context: Context, child: LockedChild, key: Opened['key'], listed: ListedChild['guardian']): Promise<
  Pick<FormerChild, 'addedGuardianId' | 'changedGuardian'>> {
  if (listed === null) return {}
  const { tx, actor } = context
  const place = { cityId: actor.cityId, childId: child.id }
  const rows = await tx.selectFrom('children.guardians').select(['id', 'sealed']).where('cityId', '=', actor.cityId).where('childId', '=', child.id).execute()
  const known = rows.flatMap(({ id, sealed }) => (sealed === null ? [] : [{ id, sealed, person: openGuardian(key, place, id, sealed) }]))
    .find(({ person }) => person.name === listed.name)
  if (known !== undefined) {
    await tx.updateTable('children.guardians').set({ sealed: sealGuardian(key, place, known.id, { ...known.person, phone: listed.phone }) })
      .where('cityId', '=', actor.cityId).where('id', '=', known.id).execute()
    return { changedGuardian: { id: known.id, sealed: known.sealed.toString('base64') } }
  }
  const id = newId()
  await tx.insertInto('children.guardians').values({
    cityId: actor.cityId, id, scopeCode: child.scopeCode, childId: child.id, relation: listed.relation, guardianship: 'legal', isPrimary: rows.length === 0,
    sealed: sealGuardian(key, place, id, { name: listed.name, phone: listed.phone, idNumber: null }),
  }).execute()
  return { addedGuardianId: id }
}
