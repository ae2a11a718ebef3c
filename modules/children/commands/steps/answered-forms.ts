import { openFields } from '#platform/crypto/envelope.ts'
import type { Context } from '#platform/http/context.ts'
import type { FormAnswers, FormKind } from '../../contract.ts'
import { keyOf } from '../../queries/steps/identity.ts'
import { loadSealed } from '../../queries/steps/load-child.ts'
import { listRecordIds } from '../../queries/steps/merged-records.ts'
import { answerLines, formTitles, type FormLine } from '../../rules/forms/form-lines.ts'
import { relationNames } from '../../rules/words.ts'

/** What the answers of a form are sealed with: they open in place of no others. */
export const formAad = (cityId: number, { id, kind }: { id: string; kind: FormKind }): string => `children.forms/${cityId}/${id}/${kind}`

/** What was answered on the paper forms of all records of a child; only for whoever has opened the whole file under an approval. */
export async function listAnsweredForms(context: Context, childId: string): Promise<{ title: string; lines: FormLine[] }[]> {
  const { tx, actor } = context
  const found = await tx.selectFrom('children.forms').select(['childId', 'kind', 'sealed']).where('cityId', '=', actor.cityId)
    .where('childId', 'in', await listRecordIds(context, childId)).orderBy('kind').orderBy('filledOn').execute()
  const forms = await Promise.all(found.map(async (form) => {
    const kind = form.kind as FormKind
    const answers = await openAnswers(context, { id: form.childId, kind, sealed: form.sealed })
    return { title: formTitles[kind], lines: answers === null ? [] : answerLines(answers, relationNames).filter(({ value }) => value !== '') }
  }))
  return forms.filter(({ lines }) => lines.length > 0)
}

/** The answers of one form; null where the key of the child is gone. */
export async function openAnswers(context: Context, form: { id: string; kind: FormKind; sealed: Buffer }): Promise<FormAnswers | null> {
  const sealed = await loadSealed(context, form.id)
  if (sealed === undefined || sealed.wrapped === null) return null
  const cityId = context.actor.cityId
  const key = keyOf(context.installation.masterKeys, sealed.wrapped, { cityId, childId: form.id })
  return openFields(key, form.sealed, formAad(cityId, form)) as FormAnswers
}
