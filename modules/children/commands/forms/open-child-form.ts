import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayReadChildren, mustOpenFiles } from '../../access.ts'
import type { ChildForm, FileField, FormAnswers, FormKind } from '../../contract.ts'
import { listLivingAccess, mustCoverFields } from '../../queries/steps/living-access.ts'
import { loadSealed } from '../../queries/steps/load-child.ts'
import { recordIds } from '../../queries/steps/merged-records.ts'
import { knownLines } from '../../rules/forms/form-lines.ts'
import { relationNames } from '../../rules/words.ts'
import { openChildFields } from '../open-child-file.ts'
import { openAnswers } from '../steps/answered-forms.ts'

/** Every field of the file stands on the paper. */
export const formFields: readonly FileField[] = ['name', 'idNumber', 'birthOn', 'phone', 'address', 'school', 'health', 'guardians']

/** Opens a form under an approval that names every field of the file; the opening of the file is recorded with its purpose. */
export async function openChildForm(context: Context, { id, kind }: { id: string; kind: FormKind }): Promise<ChildForm> {
  mustOpenFiles(context.actor)
  const [living, sealed] = await Promise.all([listLivingAccess(context, id), loadSealed(context, id)])
  // Who sees the card is not sent to ask for an approval of what is gone.
  if (sealed?.wrapped === null && mayReadChildren(context.actor)) throw new Refusal('CHILD_ERASED')
  const whole = living.find((access) => formFields.every((field) => access.fields.includes(field)))
  if (whole === undefined) {
    mustCoverFields(living, formFields)
    throw new Refusal('ACCESS_REQUIRED', { missing: formFields })
  }
  const file = await openChildFields(context, { childId: id, fields: formFields, purpose: whole.purpose })
  const { sex, facts, householdSize, form } = await loadForm(context, { id, kind })
  // Until this form is filled in it begins with what was answered on the other: nobody is asked twice.
  const own = form?.kind === kind ? form : null
  return {
    kind, version: own?.version ?? 0, filledOn: own?.filledOn ?? null, filledName: own?.filledName ?? null,
    known: knownLines({ file, sex, facts, householdSize, relationNames }),
    answers: form === null ? { incomes: [], aids: [], relatives: [] }
      : await answersOf(context, { id, kind: form.kind, sealed: Buffer.from(form.sealed, 'base64') }),
  }
}

type Loaded = {
  sex: string
  /** People living together; null when nobody said. */
  householdSize: number | null
  facts: Parameters<typeof knownLines>[0]['facts']
  /** As it was filled in; else the other form of the child, if that was. */
  form: { kind: FormKind; version: number; filledOn: string; filledName: string; sealed: string } | null
}

async function loadForm(context: Context, { id, kind }: { id: string; kind: FormKind }): Promise<Loaded> {
  const { tx, actor } = context
  const { rows } = await sql<Loaded>`
    select child.sex,
      (select home.size from children.households home where home.city_id = ${actor.cityId} and home.id = child.household_id) as household_size,
      coalesce((select json_agg(json_build_object('subject', fact.subject, 'kind', fact.kind, 'value', fact.value, 'untilOn', fact.until_on)
          order by fact.from_on, fact.id)
        from children.facts fact where fact.city_id = ${actor.cityId} and fact.child_id = any(${recordIds(context, id)}) and fact.voided_at is null),
          '[]') as facts,
      (select json_build_object('kind', form.kind, 'version', form.version, 'filledOn', form.filled_on, 'filledName', form.filled_name,
          'sealed', encode(form.sealed, 'base64'))
        from children.forms form where form.city_id = ${actor.cityId} and form.child_id = child.id order by (form.kind = ${kind}) desc limit 1) as form
    from children.children child where child.city_id = ${actor.cityId} and child.id = ${id}`.execute(tx)
  const loaded = rows[0]
  if (loaded === undefined) throw new Refusal('NOT_FOUND')
  return loaded
}

async function answersOf(context: Context, form: { id: string; kind: FormKind; sealed: Buffer }): Promise<FormAnswers> {
  const answers = await openAnswers(context, form)
  if (answers === null) throw new Refusal('CHILD_ERASED')
  return answers
}
