import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { openChildFields } from '../open-child-file.ts'
import { fileFields, type AccessPurpose, type ChildType, type Fact, type OpenedFile } from '../../contract.ts'
import { keyOf, openHealth, openIdentity } from '../../queries/steps/identity.ts'
import { loadSealed } from '../../queries/steps/load-child.ts'
import { listMergedIds, recordIds } from '../../queries/steps/merged-records.ts'
import type { FormLine } from '../../rules/forms/form-lines.ts'
import { factInWords, typeNames } from '../../rules/words.ts'
import { listAnsweredForms } from './answered-forms.ts'

/** Who a child is, as another record of it says. */
export type OtherIdentity = {
  name: string; idNumber: string | null; birthOn: string; phone: string | null; address: string | null; school: string | null; health: string | null
}

/** Everything that is kept about a child, opened, in words: what its guardian gets when asking for a copy. */
export type ChildCopy = {
  opened: OpenedFile
  /** Who the child is in records merged into it: they keep what was entered there. */
  others: OtherIdentity[]
  /** Facts, each as one line. */
  facts: string[]
  types: string[]
  /** What civil affairs recognised. */
  recognised: string[]
  /** What was answered on the paper forms, question by question. */
  forms: { title: string; lines: FormLine[] }[]
  consents: { kind: string; covers: string; fromOn: string; untilOn: string | null; withdrawnOn: string | null }[]
}

type Kept = { facts: (Omit<Fact, 'value'> & { value: string })[]; types: ChildType[]; recognised: ChildType[]; consents: ChildCopy['consents'] }

/**
 * Opens the whole file under the actor's approval for this purpose, with facts and consents of records merged into it; the opening is recorded like any
 * other.
 */
export async function copyChildFile(context: Context, { childId, purpose }: { childId: string; purpose: AccessPurpose }): Promise<ChildCopy> {
  const opened = await openChildFields(context, { childId, fields: fileFields, purpose })
  const { tx, actor, today } = context
  const ofChild = recordIds(context, childId)
  const { rows } = await sql<Kept>`
    select coalesce((select json_agg(json_build_object('subject', fact.subject, 'kind', fact.kind, 'value', fact.value, 'fromOn', fact.from_on,
        'untilOn', fact.until_on) order by fact.from_on, fact.id)
      from children.facts fact where fact.city_id = ${actor.cityId} and fact.child_id = any(${ofChild}) and fact.voided_at is null), '[]') as facts,
      coalesce((select json_agg(distinct line.type)
      from children.derived_types line where line.city_id = ${actor.cityId} and line.child_id = ${childId} and line.voided_at is null
        and line.from_on <= ${today} and (line.until_on is null or line.until_on >= ${today})), '[]') as types,
      coalesce((select to_json(card.civil_affairs_types) from children.children card
      where card.city_id = ${actor.cityId} and card.id = ${childId}), '[]') as recognised,
      coalesce((select json_agg(json_build_object('kind', consent.kind, 'covers', consent.covers, 'fromOn', consent.from_on, 'untilOn', consent.until_on,
        'withdrawnOn', consent.withdrawn_on) order by consent.from_on, consent.id)
      from children.consents consent where consent.city_id = ${actor.cityId} and consent.child_id = any(${ofChild})), '[]') as consents`.execute(tx)
  const kept = rows[0] ?? { facts: [], types: [], recognised: [], consents: [] }
  return {
    opened, others: await listOtherIdentities(context, childId), facts: kept.facts.map(factInWords), types: kept.types.map((type) => typeNames[type]),
    recognised: kept.recognised.map((type) => typeNames[type]),
    forms: await listAnsweredForms(context, childId), consents: kept.consents,
  }
}

/** Opened under the approval for the child, whose records they are; a record that lost its key has nothing to say. */
async function listOtherIdentities(context: Context, childId: string): Promise<OtherIdentity[]> {
  const others = await Promise.all((await listMergedIds(context, childId)).toSorted().map(async (recordId) => {
    const sealed = await loadSealed(context, recordId)
    if (sealed?.sealed == null || sealed.wrapped === null) return []
    const place = { cityId: context.actor.cityId, childId: recordId }
    const key = keyOf(context.installation.masterKeys, sealed.wrapped, place)
    const { name, paperNumber, birthOn, phone, address, school } = openIdentity(key, place, sealed.sealed)
    const health = sealed.sealedHealth === null ? null : openHealth(key, place, sealed.sealedHealth)
    return [{ name, idNumber: paperNumber, birthOn, phone, address, school, health }]
  }))
  return others.flat()
}
