import { sql } from 'kysely'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { completeTask } from '#modules/notices/index.ts'
import { mustKeepBoard } from '../../access.ts'
import type { Dealing, NewDealing } from '../../contract.ts'
import { loadBoundBody, type HeldBody } from '../../queries/bodies.ts'
import { findRelationHits } from '../../queries/relations/dealings.ts'
import { findPartnerHits, partnerSource } from '../../queries/relations/partners.ts'
import { getRelatedParty } from '../../queries/relations/parties.ts'
import { addDealing } from '../steps/add-dealing.ts'

/** Records what passed between a body and a related party; its disclosure stands in the calendar at once. */
export async function recordDealing(context: Context, input: NewDealing): Promise<Dealing> {
  mustKeepBoard(context.actor)
  const { today, actor } = context
  const party = await getRelatedParty(context, input.partyId)
  const body = await loadBoundBody(context, party.bookId)
  if (input.happenedOn > today) throw new InvalidInput([{ path: ['happenedOn'], message: '日期不能晚于今天' }])
  await mustBeOneSource(context, input)
  const { kind, happenedOn, words } = input
  const dealing = { partyId: party.id, partyName: party.name, kind, amountFen: input.amount, happenedOn, words, recordedName: actor.personName }
  if (input.projectId !== undefined) return addPartnerDealing(context, body, { dealing, projectId: input.projectId })
  if (input.giftId === undefined) return addDealing(context, body, { ...dealing, matchedBy: 'desk', source: 'duties.desk', sourceId: null })
  const hit = (await findRelationHits(context, body.id)).find((found) => found.giftId === input.giftId && found.partyId === party.id)
  if (hit === undefined) throw new Refusal('DEALING_KNOWN')
  return addDealing(context, body, {
    ...dealing, kind: 'gift', amountFen: hit.amountFen, happenedOn: hit.receivedOn, matchedBy: hit.matchedBy, source: 'charity.gift', sourceId: hit.giftId,
  })
}

/** A contract of a project: the project says between whom and about what, a person how much and when. The task that asked for it ends with the last. */
async function addPartnerDealing(
  context: Context, body: HeldBody, { dealing, projectId }: { dealing: Omit<Dealing, 'id' | 'matchedBy'>; projectId: string },
): Promise<Dealing> {
  const hits = (await findPartnerHits(context, body.id)).filter((hit) => hit.projectId === projectId)
  const hit = hits.find(({ partyId }) => partyId === dealing.partyId)
  if (hit === undefined) throw new Refusal('DEALING_KNOWN')
  const added = await addDealing(context, body, { ...dealing, matchedBy: hit.matchedBy, source: partnerSource, sourceId: projectId })
  if (hits.length === 1) await completeTask(context, { sourceKind: 'partner-dealing', sourceId: projectId })
  return added
}

/** A dealing comes of a gift or of a project in range, not of both. */
async function mustBeOneSource({ tx, actor }: Context, { giftId, projectId }: Pick<NewDealing, 'giftId' | 'projectId'>): Promise<void> {
  const { rows: [found] } = await sql<{ gift: boolean; project: boolean }>`select
      exists (select 1 from charity.published_gifts g where g.city_id = ${actor.cityId} and g.id = ${giftId ?? null}) as gift,
      exists (select 1 from projects.published_projects x where x.city_id = ${actor.cityId} and x.id = ${projectId ?? null}) as project`.execute(tx)
  if ((giftId !== undefined && found?.gift !== true) || (projectId !== undefined && found?.project !== true)) throw new Refusal('NOT_FOUND')
  if (giftId === undefined || projectId === undefined) return
  throw new InvalidInput([{ path: ['projectId'], message: '一笔往来是捐赠或项目合作，请分开登记' }])
}
