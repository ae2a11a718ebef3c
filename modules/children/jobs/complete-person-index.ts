import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { indexRowsOf } from '../commands/steps/child-rows.ts'
import { loadKeptChildren } from '../queries/lists/load-kept-children.ts'

const childrenOfANight = 2000

/** Children registered before pinyin and guardians' telephones were indexed: each night some more, until all can be recognised by them. */
export const completePersonIndex: JobDefinition = { name: 'complete-person-index', schedule: '50 2 * * *', run: (context) => completeSome(context) }

async function completeSome(context: Context): Promise<void> {
  const { tx, actor, installation } = context
  const { rows } = await sql<{ id: string }>`
    select child.id from children.children child
     where child.city_id = ${actor.cityId} and child.status = 'registered' and not exists (select from children.person_index known
       where known.city_id = ${actor.cityId} and known.child_id = child.id and known.kind = 'pinyin-and-birth')
     order by child.id limit ${childrenOfANight}`.execute(tx)
  const children = await loadKeptChildren(context, rows.map(({ id }) => id))
  for (const { id, unitId, identity, guardians } of children.values()) {
    const index = indexRowsOf({ cityId: actor.cityId, masterKeys: installation.masterKeys }, identity, {
      childId: id, unitId, guardianPhones: guardians.map(({ phone }) => phone) })
    // Every row carries its cityId.
    await tx.insertInto('children.personIndex').values(index.filter(({ kind }) => kind === 'pinyin-and-birth' || kind === 'guardian-phone'))
      .onConflict((conflict) => conflict.doNothing()).execute()
  }
}
