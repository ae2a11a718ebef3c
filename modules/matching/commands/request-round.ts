import type { z } from 'zod'
import { ownUnitRange } from '#platform/access/range.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMatch } from '../access.ts'
import type { matchingContract, Round } from '../contract.ts'
import { findWeights } from '../queries/find-weights.ts'
import { getRoundRow } from '../queries/round-rows.ts'

type Input = z.output<NonNullable<(typeof matchingContract.requestRound)['~orpc']['inputSchema']>>

/** Asks for a round for a unit of the own range; the job run-round computes it behind the request. One runs at a time for a unit. */
export async function requestRound(context: Context, input: Input): Promise<Round> {
  const { tx, actor } = context
  mustMatch(actor)
  const unit = await findUnit(context, input.unit)
  const running = await tx.selectFrom('matching.rounds').select('id').where('cityId', '=', actor.cityId).where('unitId', '=', unit.id)
    .where('status', '=', 'requested').forUpdate().executeTakeFirst()
  if (running !== undefined) throw new Refusal('ROUND_RUNNING', { id: running.id })
  const id = newId()
  await tx.insertInto('matching.rounds').values({
    cityId: actor.cityId, id, scopeCode: unit.scopeCode, unitId: unit.id, weights: JSON.stringify(await findWeights(context)),
    requestedBy: actor.accountId, requestedName: actor.personName, requestedAt: context.now,
  }).execute()
  await recordAudit(context, { verb: 'matching-round.requested', subjectKind: 'matching-round', subjectId: id, scopeCode: unit.scopeCode })
  return getRoundRow(context, id)
}

async function findUnit({ tx, actor }: Context, code: string | undefined): Promise<{ id: string; scopeCode: string }> {
  if (code === undefined) return { id: actor.unit.id, scopeCode: actor.scopeLo }
  const { lo } = ownUnitRange(actor, code)
  const unit = await tx.selectFrom('organization.publishedUnits').select('id').where('cityId', '=', actor.cityId).where('code', '=', code)
    .where('closedOn', 'is', null).executeTakeFirst()
  if (unit?.id == null) throw new Refusal('NOT_FOUND')
  return { id: unit.id, scopeCode: lo }
}
