import { sql } from 'kysely'
import type { KeyObject } from 'node:crypto'
import { blindTerm } from '#platform/crypto/blind-index.ts'
import type { Context } from '#platform/http/context.ts'
import { cleanName } from '#platform/values/chinese-name.ts'
import { keyOf, openGuardian, openIdentity } from './identity.ts'

/** What is judged: a text about one child, and which other children must not be named in it. */
export type NamedWanted = { childId: string; otherIds: readonly string[]; text: string }

type Kept = {
  id: string
  /** It is a record of the child the text is about. */
  isOwn: boolean
  sealed: Buffer
  wrapped: Buffer
  /** Guardians of the child the text is about. */
  guardians: { id: string; sealed: string }[]
}

/**
 * The whole name of a guardian of the child, or of one of the other children, where it stands in a text letter by letter; the child's own name is nobody
 * else's. One statement: the keyed hashes of the register say which of the others may be meant, and only their keys are opened. Nothing of any file is
 * told, only what the caller wrote is judged; a child outside the caller's range or erased is not known here.
 */
export async function findNamedPerson(context: Context, wanted: NamedWanted): Promise<string | undefined> {
  const { actor, installation } = context
  const text = cleanName(wanted.text)
  const own: string[] = []
  const forbidden: string[] = []
  for (const { id, isOwn, sealed, wrapped, guardians } of await loadRecords(context, { ...wanted, text })) {
    const place = { cityId: actor.cityId, childId: id }
    const key = keyOf(installation.masterKeys, wrapped, place)
    const names = isOwn ? own : forbidden
    names.push(cleanName(openIdentity(key, place, sealed).name))
    forbidden.push(...guardians.map((guardian) => cleanName(openGuardian(key, place, guardian.id, Buffer.from(guardian.sealed, 'base64')).name)))
  }
  const judged = own.filter(isWhole).reduce((left, name) => left.replaceAll(name, '\n'), text)
  return forbidden.filter(isWhole).find((name) => judged.includes(name))
}

/** One letter alone names nobody. */
const isWhole = (name: string): boolean => [...name].length >= 2

/** All records of the child, and those of the others whose name may begin at some place of the text, in one statement. */
async function loadRecords({ tx, actor: { cityId }, installation }: Context, { childId, otherIds, text }: NamedWanted): Promise<Kept[]> {
  const begun = beginnings(installation.masterKeys.searchKey, text)
  const { rows } = await sql<Kept>`
    with asked as (
      select distinct coalesce(child.merged_into_id, child.id) as id from children.children child
       where child.city_id = ${cityId} and child.id = any (${[childId, ...otherIds]}::uuid[]))
    select record.id, own.is_own, identity.sealed, key.wrapped, case when own.is_own then coalesce((
        select json_agg(json_build_object('id', guardian.id, 'sealed', encode(guardian.sealed, 'base64'))) from children.guardians guardian
         where guardian.city_id = ${cityId} and guardian.child_id = record.id and guardian.sealed is not null), '[]') else '[]' end as guardians
      from asked
      join children.children record on record.city_id = ${cityId} and (record.id = asked.id or record.merged_into_id = asked.id)
      join children.identities identity on identity.city_id = ${cityId} and identity.id = record.id and identity.sealed is not null
      join children.person_keys key on key.city_id = ${cityId} and key.id = record.id and key.wrapped is not null
      cross join lateral (select asked.id = (select coalesce(child.merged_into_id, child.id) from children.children child
        where child.city_id = ${cityId} and child.id = ${childId}) as is_own) own
     where own.is_own or exists (
       select 1 from children.search_terms found
         join unnest(${begun.map(({ term }) => term)}::bytea[], ${begun.map(({ first }) => first)}::text[]) as begun (term, first) on begun.term = found.term
        where found.city_id = ${cityId} and found.child_id = record.id and begun.first = lower(left(record.masked_name, 1)))`.execute(tx)
  return rows
}

const twoLetters = /^[\p{Script=Han}\u{20000}-\u{3FFFD}]{2}$/u

/** How a name may begin in the text: two Chinese letters side by side, or a word of Latin ones; each once, hashed as in the register. */
function beginnings(searchKey: KeyObject, text: string): { term: Buffer; first: string }[] {
  const letters = [...text.replaceAll('·', '')]
  const pairs = letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`).filter((pair) => twoLetters.test(pair))
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  const hashed = (kind: 'han' | 'pinyin', terms: readonly string[]) =>
    [...new Set(terms)].map((term) => ({ term: blindTerm(searchKey, { kind, term }), first: [...term][0] ?? '' }))
  return [...hashed('han', pairs), ...hashed('pinyin', words)]
}
