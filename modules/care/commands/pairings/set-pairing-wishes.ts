import { sql } from 'kysely'
import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManagePairings } from '../../access.ts'
import type { careContract, PairingWishes } from '../../contract.ts'
import { lockCase } from '../../queries/lock-case.ts'

type Input = z.output<NonNullable<(typeof careContract.setPairingWishes)['~orpc']['inputSchema']>>

/** Writes down what the family wishes of the volunteer; candidates and proposals follow it, nobody is barred by it. */
export async function setPairingWishes(context: Context, { id, version, ...wishes }: Input): Promise<PairingWishes> {
  const { tx, actor } = context
  mustManagePairings(actor)
  const held = await lockCase(context, id)
  if (held.status === 'closed') throw new Refusal('CASE_CLOSED')
  if (held.version !== version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  await tx.updateTable('care.cases').set({
    wishedSex: wishes.sex, wishedLanguages: wishes.languages, wishedSkills: wishes.skills, version: held.version + 1, updatedAt: sql<Date>`now()`,
  }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'pairing-wishes.set', subjectKind: 'child-case', subjectId: held.id, scopeCode: held.scopeCode, details: { childId: held.childId, ...wishes },
  })
  return wishes
}
