import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'

/** The same transaction without any trace of who acts: what is recorded with it names no account, unit, address or request. */
export function namelessOf(context: Context): Context {
  const { actor, request } = context
  return {
    ...context,
    actor: { ...actor, accountId: '', personName: '报告人（保密）', roleCode: 'secret', unit: { ...actor.unit, id: '', name: '' } },
    request: { ...request, id: newId(), address: '', device: '' },
  }
}
