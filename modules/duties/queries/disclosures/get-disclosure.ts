import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayInDuties, mustReadDuties } from '../../access.ts'
import type { Disclosure } from '../../contract.ts'
import { mayApprove, mayFollow, type DisclosureStep } from '../../rules/disclosures.ts'
import { fillDocument } from './fill-document.ts'
import { disclosureColumns, disclosureJoins, loadDisclosure, type HeldDisclosure } from './disclosure-rows.ts'
import { readKinds, type HeldKind } from './disclosure-kinds.ts'

type Details = Omit<Disclosure, 'fields' | 'notes' | 'people' | 'may'>

/** One disclosure with its document: as it was prepared, else as the records fill it today. */
export async function getDisclosure(context: Context, { id }: { id: string }): Promise<Disclosure> {
  const { tx, actor, today } = context
  mustReadDuties(actor)
  const held = await loadDisclosure(context, id)
  const { rows: [details] } = await sql<Details>`select ${disclosureColumns(today)}, r.year, k.source, k.is_verified, k.due_rule, k.due_number,
      r.prepared_name, r.prepared_on, r.approved_name, r.approved_on, r.published_name, r.reason
    from duties.disclosures r ${disclosureJoins(actor.cityId)} where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (details === undefined) throw new Refusal('NOT_FOUND')
  const may = mayDo(context, held)
  return {
    ...details, fields: await fieldsOf(context, held), notes: await listNotes(context, id),
    people: may.assign ? await listPeople(context, held.scopeCode) : [], may,
  }
}

/** The kind of a disclosure in its version. */
export async function kindOf(context: Context, { kind, kindFrom }: Pick<HeldDisclosure, 'kind' | 'kindFrom'>): Promise<HeldKind> {
  const found = (await readKinds(context, 'all')).find(({ code, validFrom }) => code === kind && validFrom === kindFrom)
  if (found === undefined) throw new Refusal('NOT_FOUND')
  return found
}

/** Fields of a document: what was prepared stays as it was; before, the records fill it. */
export async function fieldsOf(context: Context, held: HeldDisclosure): Promise<Disclosure['fields']> {
  const kind = await kindOf(context, held)
  if (held.content === null || held.status === 'due') {
    const filled = await fillDocument(context, held, kind)
    // Given back: what was written stays, what the records say is as today.
    return filled.map((field, at) => (field.isFilled ? field : { ...field, text: held.content?.[at]?.text ?? '' }))
  }
  const isFilled = new Map(kind.fields.map(({ name, fill }) => [name, fill !== null]))
  return held.content.map(({ name, text }) => ({ name, text, isFilled: isFilled.get(name) ?? false }))
}

function mayDo({ actor }: Context, { status, preparedBy }: HeldDisclosure): Disclosure['may'] {
  const may = (permission: string, step: DisclosureStep) => mayInDuties(actor, permission) && mayFollow(step, status)
  return {
    assign: may('disclosure.prepare', 'assign'), prepare: may('disclosure.prepare', 'prepare'), return: may('disclosure.approve', 'return'),
    approve: may('disclosure.approve', 'approve') && mayApprove(preparedBy, actor.accountId), publish: may('disclosure.publish', 'publish'),
    correct: may('disclosure.publish', 'correct'), void: may('disclosure.prepare', 'void'),
  }
}

async function listNotes({ tx, actor }: Context, id: string): Promise<Disclosure['notes']> {
  const { rows } = await sql<Disclosure['notes'][number]>`select n.id, n.words, n.published_on, n.published_where, n.noted_name from duties.disclosure_notes n
    where n.city_id = ${actor.cityId} and n.disclosure_id = ${id} order by n.id`.execute(tx)
  return rows
}

/** People at the unit who may prepare disclosures. */
export async function listPeople({ tx, actor, today }: Context, scopeCode: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select distinct a.id, a.person_name as name from accounts.published_rights h
    join accounts.published_accounts a on a.city_id = ${actor.cityId} and a.id = h.account_id
    where h.city_id = ${actor.cityId} and h.scope_code = ${scopeCode}::bigint and h.permission = 'disclosure.prepare' and h.from_on <= ${today}::date
      and (h.until_on is null or h.until_on >= ${today}::date) order by a.person_name, a.id`.execute(tx)
  return rows
}
