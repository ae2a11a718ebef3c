import { sql } from 'kysely'
import type { Insertable } from 'kysely'
import { recordFacts } from '#modules/figures/index.ts'
import type { DB } from '#platform/database/rows.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { fileFields } from '../../contract.ts'
import { registrationAccessDays } from '../register-child.ts'
import type { ChildRows } from './child-rows.ts'

/** Rows of one statement: well below what a statement can bind. */
const rowsAtOnce = 1000

/** Inserts many registrations, table by table; whoever brought them may finish the files for as long as after a registration. */
export async function insertChildren(context: Context, rows: readonly ChildRows[]): Promise<void> {
  const { now, actor } = context
  await insertAll(context, 'children.households', rows.flatMap(({ household }) => (household === null ? [] : [household])))
  await insertAll(context, 'children.children', rows.map(({ child }) => ({ ...child, updatedAt: now })))
  await insertAll(context, 'children.personIndex', rows.flatMap(({ personIndex }) => personIndex))
  await insertAll(context, 'children.identities', rows.map(({ identity }) => identity))
  await insertAll(context, 'children.personKeys', rows.map(({ personKey }) => personKey))
  await insertAll(context, 'children.guardians', rows.flatMap(({ guardians }) => guardians))
  await insertAll(context, 'children.derivedTypes', rows.flatMap(({ derivedTypes }) => derivedTypes))
  await insertTerms(context, rows.flatMap(({ searchTerms }) => searchTerms))
  await insertAll(context, 'children.accessGrants', rows.map(({ child }) => ({
    cityId: actor.cityId, id: newId(), scopeCode: child.scopeCode, childId: child.id, accountId: actor.accountId, purpose: 'registration',
    fields: [...fileFields], ground: 'registration', groundId: child.id, fromAt: now, untilAt: new Date(now.getTime() + registrationAccessDays * 86_400_000),
  })))
  await recordFacts(context, rows.flatMap(({ counted }) => counted))
}

async function insertAll<Table extends keyof DB>({ tx }: Context, table: Table, rows: readonly Insertable<DB[Table]>[]): Promise<void> {
  // Every row carries its cityId.
  for (let from = 0; from < rows.length; from += rowsAtOnce) await tx.insertInto(table).values(rows.slice(from, from + rowsAtOnce)).execute()
}

/** By far the most rows: three lists in place of a parameter for every value. */
async function insertTerms({ tx, actor }: Context, terms: ChildRows['searchTerms']): Promise<void> {
  const most = 20_000
  for (let from = 0; from < terms.length; from += most) {
    const some = terms.slice(from, from + most)
    await sql`insert into children.search_terms (city_id, term, scope_code, child_id)
      select ${actor.cityId}::int, found.term, found.scope_code, found.child_id
        from unnest(${some.map(({ term }) => term)}::bytea[], ${some.map(({ scopeCode }) => String(scopeCode))}::bigint[], ${some
          .map(({ childId }) => childId)}::uuid[])
          as found (term, scope_code, child_id)`.execute(tx)
  }
}
