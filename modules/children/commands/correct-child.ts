import type { KeyObject } from 'node:crypto'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { maskName } from '#platform/values/mask.ts'
import { cleanParagraphs, cleanText } from '#platform/values/text.ts'
import { mustCorrectChildren } from '../access.ts'
import type { FileField, NewChild } from '../contract.ts'
import { listLivingAccess, mustCoverFields } from '../queries/steps/living-access.ts'
import { identify } from '../rules/registration.ts'
import { indexRowsOf } from './steps/child-rows.ts'
import {
  keyOf,
  openGuardian,
  openHealth,
  openIdentity,
  sealChange,
  sealHealth,
  sealIdentity,
  termsOfChild,
  type SealedIdentity,
} from '../queries/steps/identity.ts'
import { insertIndex } from './register-child.ts'
import { lendTerms } from '../queries/steps/merged-records.ts'
import { loadSealed, lockOpenChild, type LockedChild } from '../queries/steps/load-child.ts'
import { saveTypes } from './steps/save-types.ts'

type Key = 'name' | 'sex' | 'paperKind' | 'paperNumber' | 'birthOn' | 'phone' | 'address' | 'school' | 'health'
/** What may be corrected; what is left out stays. */
export type Correction = { [K in Key]?: NewChild[K] | undefined } & { id: string; version: number; reason?: string | undefined }

const fieldOf: Readonly<Record<Key, FileField>> = {
  name: 'name',
  sex: 'name',
  paperKind: 'idNumber',
  paperNumber: 'idNumber',
  birthOn: 'birthOn',
  phone: 'phone',
  address: 'address',
  school: 'school',
  health: 'health',
}

/** Puts identity right under a living approval for the fields concerned; before and after are kept in the audit under the child's own key. */
export async function correctChild(context: Context, input: Correction): Promise<{ id: string; version: number }> {
  mustCorrectChildren(context.actor)
  const child = await lockOpenChild(context, input.id)
  const keys = (Object.keys(fieldOf) as Key[]).filter((key) => input[key] !== undefined)
  if (keys.length === 0) return { id: child.id, version: child.version }
  const [living, opened] = await Promise.all([listLivingAccess(context, child.id), openSealed(context, child)])
  mustCoverFields(living, [...new Set(keys.map((key) => fieldOf[key]))])
  const before = pick(keys, { ...opened.identity, sex: child.sex, health: opened.health })
  if (child.version !== input.version) throw new Refusal('STALE', { version: child.version, current: before })
  const next = correctedOf(context, input, child, opened)
  await writeIdentity(context, child, opened.key, next, keys.includes('health'))
  const derived = await saveTypes(context, child, { maskedName: maskName(next.identity.name), sex: next.sex })
  const place = { cityId: context.actor.cityId, childId: child.id }
  const after = pick(keys, { ...next.identity, sex: next.sex, health: next.health })
  await recordAudit(context, {
    verb: 'child.corrected',
    subjectKind: 'child',
    subjectId: child.id,
    scopeCode: child.scopeCode,
    details: { fields: keys },
    ...(input.reason === undefined ? {} : { reason: input.reason }),
    sealed: { personId: child.id, bytes: sealChange(opened.key, place, { before, after }) },
  })
  return { id: child.id, version: derived.version }
}

type Opened = { key: KeyObject; identity: SealedIdentity; health: string | null }

/** What is sealed of a child, opened for the program. */
export async function openSealed(context: Context, child: LockedChild): Promise<Opened> {
  const sealed = await loadSealed(context, child.id)
  if (sealed?.sealed == null || sealed.wrapped === null) throw new Refusal('NOT_FOUND')
  const place = { cityId: context.actor.cityId, childId: child.id }
  const key = keyOf(context.installation.masterKeys, sealed.wrapped, place)
  return {
    key,
    identity: openIdentity(key, place, sealed.sealed),
    health: sealed.sealedHealth === null ? null : openHealth(key, place, sealed.sealedHealth),
  }
}

/** Identity and note on health as they shall be sealed. */
export type Corrected = { identity: SealedIdentity; sex: string; health: string | null }

/** Old and new together must read as well as a new registration. */
function correctedOf(context: Context, input: Correction, child: LockedChild, { identity, health }: Opened): Corrected {
  const paperKind = (input.paperKind ?? identity.paperKind) as NewChild['paperKind']
  const paperNumber = input.paperNumber ?? identity.paperNumber ?? undefined
  const read = identify(
    {
      name: input.name ?? identity.name,
      sex: input.sex ?? (child.sex as NewChild['sex']),
      paperKind,
      paperNumber: paperKind === 'none' ? undefined : paperNumber,
      birthOn: input.birthOn ?? identity.birthOn,
      phone: (input.phone ?? identity.phone ?? '') || undefined,
    },
    context.today,
    { isRegistered: true },
  )
  if (!read.ok) throw new InvalidInput(read.issues)
  const { name, birthOn, sex, phone, paperNumber: number } = read.identified
  return {
    sex,
    health: input.health === undefined ? health : cleanParagraphs(input.health) || null,
    identity: {
      name,
      paperKind,
      paperNumber: number,
      birthOn,
      phone,
      address: input.address === undefined ? identity.address : cleanText(input.address) || null,
      school: input.school === undefined ? identity.school : cleanText(input.school) || null,
    },
  }
}

/** Seals the identity anew and lets the child be found by it. */
export async function writeIdentity(context: Context, child: LockedChild, key: KeyObject, next: Corrected, healthChanged: boolean): Promise<void> {
  const { tx, actor, now, installation } = context
  const place = { cityId: actor.cityId, childId: child.id }
  const health = healthChanged ? { sealedHealth: next.health === null ? null : sealHealth(key, place, next.health) } : {}
  await tx
    .updateTable('children.identities')
    .set({ sealed: sealIdentity(key, place, next.identity), ...health, updatedAt: now })
    .where('cityId', '=', actor.cityId)
    .where('id', '=', child.id)
    .execute()
  const guardians = await tx
    .selectFrom('children.guardians')
    .select(['id', 'sealed'])
    .where('cityId', '=', actor.cityId)
    .where('childId', '=', child.id)
    .execute()
  const phones = guardians.map(({ id, sealed }) => (sealed === null ? null : openGuardian(key, place, id, sealed).phone))
  const terms = termsOfChild(installation.masterKeys.searchKey, next.identity, phones)
  await tx.deleteFrom('children.searchTerms').where('cityId', '=', actor.cityId).where('childId', '=', child.id).execute()
  await tx.deleteFrom('children.personIndex').where('cityId', '=', actor.cityId).where('childId', '=', child.id).execute()
  if (terms.length > 0) {
    await tx
      .insertInto('children.searchTerms')
      .values(terms.map((term) => ({ cityId: actor.cityId, term, scopeCode: child.scopeCode, childId: child.id })))
      .execute()
  }
  await insertIndex(
    context,
    indexRowsOf({ cityId: actor.cityId, masterKeys: installation.masterKeys }, next.identity, {
      childId: child.id, unitId: child.unitId, guardianPhones: phones,
    }),
  )
  await lendTerms(context, child.id)
}

const pick = (keys: readonly Key[], values: Partial<Record<Key, unknown>>) =>
  Object.fromEntries(keys.map((key) => [key, values[key] ?? null]))
