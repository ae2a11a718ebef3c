import { sql } from 'kysely'
import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadVolunteers } from '../access.ts'

/** A word of a list kept as data. */
export type Word = { code: string; name: string }
/** The lists a volunteer's form chooses from. */
export type VolunteerWords = { categories: Word[]; serviceRoles: Word[] }

/** Categories, and the service roles that can be given today. */
export async function listVolunteerWords(context: Context): Promise<VolunteerWords> {
  mustReadVolunteers(context.actor)
  return readWords(context)
}

/** The same for steps that have checked access already. */
export async function readWords({ tx, today }: Context): Promise<VolunteerWords> {
  const { rows } = await sql<Word & { list: string }>`
    select 'category' as list, code, name, sort_order from volunteers.categories
    union all select 'role', code, name, sort_order from volunteers.service_roles
     where valid_from <= ${today}::date and (valid_until is null or valid_until >= ${today}::date)
    order by 1, 4`.execute(tx)
  const of = (list: string) => rows.filter((row) => row.list === list).map(({ code, name }) => ({ code, name }))
  return { categories: of('category'), serviceRoles: of('role') }
}

/** Refuses words that are in neither list; roles somebody holds already may stay when they are no longer given. */
export async function mustBeKnownWords(context: Context, chosen: { categories: readonly string[]; serviceRoles: readonly string[] },
  held: readonly string[] = []): Promise<void> {
  const words = await readWords(context)
  const isStrange = (list: readonly Word[], codes: readonly string[]) => codes.some((code) => !list.some((word) => word.code === code))
  const issues = [
    ...(isStrange(words.categories, chosen.categories) ? [{ path: ['categories'], message: '请从列表中选择五老类别' }] : []),
    ...(isStrange(words.serviceRoles, chosen.serviceRoles.filter((code) => !held.includes(code))) ? [{ path: ['serviceRoles'], message: '请从列表中选择服务岗位' }] : []),
  ]
  if (issues.length > 0) throw new InvalidInput(issues)
}
