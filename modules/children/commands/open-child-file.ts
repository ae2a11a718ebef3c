import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayReadChildren, mustOpenFiles } from '../access.ts'
import type { AccessPurpose, FileField, OpenedFile } from '../contract.ts'
import { recordIds } from '../queries/steps/merged-records.ts'
import { mustCoverFields, type LivingAccess } from '../queries/steps/living-access.ts'
import { purposeNames } from '../rules/words.ts'
import { keyOf, openGuardian, openHealth, openIdentity } from '../queries/steps/identity.ts'

/** Opens fields of a file under the actor's living approvals for this purpose; who, what, why and when is recorded before anything is shown. */
export async function openChildFile(
  context: Context,
  input: { id: string; fields: FileField[]; purpose: AccessPurpose },
): Promise<OpenedFile> {
  mustOpenFiles(context.actor)
  return openChildFields(context, { childId: input.id, fields: input.fields, purpose: input.purpose })
}

/** The same for other modules: opens what the actor's approval for this purpose names, and nothing else. */
export async function openChildFields(
  context: Context,
  input: { childId: string; fields: readonly FileField[]; purpose: AccessPurpose },
): Promise<OpenedFile> {
  const file = await loadFile(context, input.childId)
  // Who sees the card is not sent to ask for an approval of what is gone.
  if (file.wrapped === null && mayReadChildren(context.actor)) throw new Refusal('CHILD_ERASED')
  const living = file.living.filter((access) => access.purpose === input.purpose)
  mustCoverFields(living, input.fields)
  if (file.wrapped === null || file.sealed === null) throw new Refusal('CHILD_ERASED')
  await recordAudit(context, {
    verb: 'child-file.opened',
    subjectKind: 'child',
    subjectId: input.childId,
    scopeCode: file.scopeCode,
    reason: purposeNames[input.purpose],
    details: { purpose: input.purpose, fields: input.fields, grounds: living.map((access) => access.ground) },
  })
  return openFields(context, { ...file, wrapped: file.wrapped, sealed: file.sealed }, input)
}

type File = {
  scopeCode: string
  sealed: Buffer | null
  sealedHealth: Buffer | null
  wrapped: Buffer | null
  living: LivingAccess[]
  guardians: { id: string; relation: string; guardianship: string; isPrimary: boolean; sealed: string | null; recordId: string; wrapped: string | null }[]
}

/**
 * Card, identity, key, guardians and the actor's approvals in one statement. What a pairing opens to a volunteer rests while no consent to being helped holds.
 */
async function loadFile(context: Context, childId: string): Promise<File> {
  const { tx, actor, now } = context
  const { rows } = await sql<File>`
    select child.scope_code, identity.sealed, identity.sealed_health, key.wrapped,
      coalesce((select json_agg(json_build_object('id', access.id, 'purpose', access.purpose, 'fields', access.fields, 'ground', access.ground))
        from children.access_grants access
       where access.city_id = ${actor.cityId} and access.account_id = ${actor.accountId} and access.child_id = child.id
         and access.ended_at is null and access.from_at <= ${now} and access.until_at > ${now}
         and (access.ground <> 'pairing' or coalesce((select kept.has_service_consent from children.children kept
           where kept.city_id = ${actor.cityId} and kept.id = coalesce(child.merged_into_id, child.id)), true))), '[]') as living,
      coalesce((select json_agg(json_build_object('id', guardian.id, 'relation', guardian.relation, 'guardianship', guardian.guardianship,
          'isPrimary', guardian.is_primary, 'sealed', encode(guardian.sealed, 'base64'), 'recordId', guardian.child_id, 'wrapped', encode(own.wrapped,
            'base64'))
          order by guardian.is_primary desc, guardian.id)
        from children.guardians guardian join children.person_keys own on own.city_id = ${actor.cityId} and own.id = guardian.child_id
       where guardian.city_id = ${actor.cityId} and guardian.child_id = any(${recordIds(context, childId)})), '[]') as guardians
    from children.children child
    join children.identities identity on identity.city_id = ${actor.cityId} and identity.id = child.id
    join children.person_keys key on key.city_id = ${actor.cityId} and key.id = child.id
    where child.city_id = ${actor.cityId} and child.id = ${childId}`.execute(tx)
  const file = rows[0]
  if (file === undefined) throw new Refusal('NOT_FOUND')
  return file
}

function openFields(
  context: Context,
  file: File & { wrapped: Buffer; sealed: Buffer },
  { childId, fields }: { childId: string; fields: readonly FileField[] },
): OpenedFile {
  const place = { cityId: context.actor.cityId, childId }
  const key = keyOf(context.installation.masterKeys, file.wrapped, place)
  const identity = openIdentity(key, place, file.sealed)
  const wanted = new Set(fields)
  const { sealedHealth } = file
  return {
    ...(wanted.has('name') ? { name: identity.name } : {}),
    ...(wanted.has('idNumber') ? { idNumber: identity.paperNumber, paperKind: identity.paperKind as 'none' } : {}),
    ...(wanted.has('birthOn') ? { birthOn: identity.birthOn } : {}),
    ...(wanted.has('phone') ? { phone: identity.phone } : {}),
    ...(wanted.has('address') ? { address: identity.address } : {}),
    ...(wanted.has('school') ? { school: identity.school } : {}),
    ...(wanted.has('health') ? { health: sealedHealth === null ? null : openHealth(key, place, sealedHealth) } : {}),
    ...(wanted.has('guardians')
      ? {
          guardians: openGuardians(context, file.guardians),
        }
      : {}),
  } as OpenedFile
}

/** Guardians named in another record of the same child are sealed under the key of that record. */
function openGuardians({ actor, installation }: Context, guardians: File['guardians']): OpenedFile['guardians'] {
  return guardians.flatMap(({ sealed, recordId, wrapped, ...guardian }) => {
    if (sealed === null || wrapped === null) return []
    const place = { cityId: actor.cityId, childId: recordId }
    const key = keyOf(installation.masterKeys, Buffer.from(wrapped, 'base64'), place)
    return [{ ...guardian, ...openGuardian(key, place, guardian.id, Buffer.from(sealed, 'base64')) }]
  }) as OpenedFile['guardians']
}
