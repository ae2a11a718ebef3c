import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'

/** A request as it stands, locked until the end of the transaction; a stale version is refused. */
export async function lockRightsRequest({ tx, actor }: Context, { id, version }: { id: string; version: number }) {
  const request = await tx.selectFrom('protection.rightsRequests')
    .select(['id', 'scopeCode', 'childId', 'kind', 'status', 'result', 'receivedOn', 'decidedOn', 'recordedBy', 'version'])
    .where('cityId', '=', actor.cityId).where('id', '=', id).forUpdate().executeTakeFirst()
  if (request === undefined) throw new Refusal('NOT_FOUND')
  const { status, result } = request
  const mustBeCurrent = () => {
    if (request.version !== version) throw new Refusal('STALE', { version: request.version, current: { status, result } })
  }
  return { ...request, mustBeCurrent }
}
