import { sql } from 'kysely'
import { childFiles, listChildCards } from '#modules/children/index.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { namingSentence, publicPlace } from '../rules/publishing.ts'

type Above = { name: string; level: string; kind: string; scopeLo: string; scopeHi: string }

/** What the public may learn of where a child lives and how old it is, judged today. */
export async function findPublicPlace(context: Context, of: { childId: string; scopeCode: string }): Promise<{ area: string; ageBand: string | null }> {
  const [above, [child]] = await Promise.all([readAbove(context, of.scopeCode), listChildCards(context, [of.childId])])
  const city = above.find(({ level }) => level === 'city')
  if (child === undefined || city === undefined) throw new Refusal('NOT_FOUND')
  const county = above.find(({ level, kind }) => level === 'county' && kind === 'division')
  const judged = async (place: Above) => ({ name: place.name, hasMany: await hasMany(context, place, child.ageBand) })
  return publicPlace({ county: county === undefined ? null : await judged(county), city: await judged(city), band: child.ageBand })
}

/** Refuses a text by which the child could be recognised, beside its field and with the word. */
export async function mustNotName(context: Context, of: { childId: string; scopeCode: string; field: string; text: string }): Promise<void> {
  const places = (await readAbove(context, of.scopeCode)).filter(({ level, kind }) => level === 'town' || level === 'village' || kind !== 'division')
    .map(({ name }) => name)
  const naming = await childFiles.findNamingWord(context, { childId: of.childId, text: of.text, places })
  if (naming !== undefined) throw new InvalidInput([{ path: [of.field], message: namingSentence(naming) }])
}

/** The unit of a scope code and the units above it. */
async function readAbove({ tx, actor }: Context, scopeCode: string): Promise<Above[]> {
  const { rows } = await sql<Above>`select u.name, u.level, u.kind, u.scope_lo::text as scope_lo, u.scope_hi::text as scope_hi
    from organization.published_units u
   where u.city_id = ${actor.cityId} and u.scope_lo <= ${scopeCode}::bigint and u.scope_hi >= ${scopeCode}::bigint`.execute(tx)
  return rows
}

async function hasMany({ tx }: Context, { scopeLo, scopeHi }: Above, band: string): Promise<boolean> {
  const { rows } = await sql<{ many: boolean }>`select access.has_many_of_band(${scopeLo}::bigint, ${scopeHi}::bigint, ${band}) as many`.execute(tx)
  return rows[0]?.many === true
}
