import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { findChildCard } from '#modules/children/index.ts'
import { findVolunteer } from '#modules/volunteers/index.ts'
import { mustMatch } from '../access.ts'
import type { NoGoPair } from '../contract.ts'
import { noGoColumns, noGoJoins, noGoOf, type NoGoRecord } from '../queries/no-go-rows.ts'

/** Writes down that a volunteer and a child must not be paired; rounds leave the pair out. */
export async function addNoGoPair(context: Context, input: { childId: string; volunteerId: string; reason: string }): Promise<NoGoPair> {
  const { tx, actor } = context
  mustMatch(actor)
  const [child, volunteer] = [await findChildCard(context, input.childId), await findVolunteer(context, input.volunteerId)]
  if (child === undefined || volunteer === undefined) throw new Refusal('NOT_FOUND')
  const id = newId()
  const added = await tx.insertInto('matching.noGoPairs').values({
    cityId: actor.cityId, id, scopeCode: child.scopeCode, childId: child.id, volunteerId: volunteer.id, volunteerName: volunteer.name, reason: input.reason,
    setBy: actor.accountId, setName: actor.personName, setAt: context.now,
  }).onConflict(conflict => conflict.columns(['cityId', 'childId', 'volunteerId']).doNothing()).returning('id').executeTakeFirst()
  if (added === undefined) throw new Refusal('NO_GO_KNOWN')
  await recordAudit(context, {
    verb: 'no-go-pair.added', subjectKind: 'no-go-pair', subjectId: id, scopeCode: child.scopeCode, reason: input.reason,
    details: { childId: child.id, volunteerId: volunteer.id } })
  const { rows } = await sql<NoGoRecord>`select ${noGoColumns} from matching.no_go_pairs n ${noGoJoins}
    where n.city_id = ${actor.cityId} and n.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Error('the pair just added is gone')
  return noGoOf(rows[0])
}
