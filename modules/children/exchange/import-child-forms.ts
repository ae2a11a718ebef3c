import type { ImportKind, ImportPreview, ImportRow, MadeRecord, RowProblem } from '#modules/imports/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { openFields, sealFields } from '#platform/crypto/envelope.ts'
import type { Context } from '#platform/http/context.ts'
import { formAad } from '../commands/steps/answered-forms.ts'
import { formKinds, type FormAnswers, type FormKind } from '../contract.ts'
import { lockForms } from '../queries/lists/lock-forms.ts'
import { loadKeptChildren, type OpenedChild } from '../queries/lists/load-kept-children.ts'
import { matchListed } from '../queries/lists/match-listed.ts'
import { formTitles } from '../rules/forms/form-lines.ts'
import { answersAfter, formColumns, readFormRow, type FormRow } from '../rules/lists/form-rows.ts'

/** The paper forms as workbooks: each row fills in the form of a child that is registered; nobody sees by that what stood there. */
export const childFormImports: readonly ImportKind[] = formKinds.map((kind) => ({
  code: `child-form-${kind}`, title: formTitles[kind], columns: formColumns(kind), permission: 'child.register',
  checkRows: async (context, rows) => (await planRows(context, rows)).problems,
  previewRows: (context, rows) => previewRows(context, kind, rows),
  commitRows: (context, rows) => commitRows(context, kind, rows),
  undoRows: (context, made) => undoRows(context, kind, made),
}))

type Planned = { rowNumber: number; read: FormRow; child: OpenedChild }

/** Whom each row means among the registered children of the own range, or why it means nobody. */
async function planRows(context: Context, rows: readonly ImportRow[]): Promise<{ planned: Planned[]; problems: RowProblem[] }> {
  const results = rows.map(({ rowNumber, values }) => ({ rowNumber, result: readFormRow(values, context.today) }))
  const readable = results.flatMap(({ rowNumber, result }) => ('read' in result ? [{ rowNumber, read: result.read }] : []))
  const matches = await matchListed(context, readable.map(({ read }) => read))
  const children = await loadKeptChildren(context, matches.flatMap((found) => found.filter(({ status }) => status === 'registered')
    .map(({ childId }) => childId)))
  const problems: RowProblem[] = results.flatMap(({ rowNumber, result }) => ('problems' in result ? result.problems.map((problem) => ({ rowNumber,
    ...problem })) : []))
  const planned: Planned[] = []
  const seen = new Map<string, number>()
  for (const [at, { rowNumber, read }] of readable.entries()) {
    const meant = [...new Set((matches[at] ?? []).filter(({ kind }) => kind !== 'pinyin-and-birth').map(({ childId }) => childId))]
      .flatMap((id) => children.get(id) ?? []).filter((child) => read.paperNumber === null || child.paperNumber === null
        || child.paperNumber === read.paperNumber)
    const [child] = meant
    const earlier = seen.get(child?.id ?? '')
    if (child === undefined) problems.push({ rowNumber, key: 'name', message: '本单位没有登记这个孩子，请先登记或用民政名单导入。' })
    else if (meant.length > 1) problems.push({ rowNumber, key: 'name', message: '有几个同名同生日的孩子，请填写身份证号。' })
    else if (earlier !== undefined) problems.push({ rowNumber, key: 'name', message: `与第${earlier}行是同一个孩子，本行不导入。` })
    else planned.push({ rowNumber, read, child })
    if (child !== undefined && earlier === undefined) seen.set(child.id, rowNumber)
  }
  return { planned, problems }
}

const noAnswers: FormAnswers = { incomes: [], aids: [], relatives: [] }

/** What each row would change; a row that says what stands there changes nothing. */
async function listChanges(context: Context, kind: FormKind, planned: readonly Planned[]) {
  const forms = await lockForms(context, kind, planned.map(({ child }) => child.id))
  return planned.flatMap(({ rowNumber, read, child }) => {
    const form = forms.get(child.id)
    const before = form === undefined ? noAnswers : openFields(child.key, form.sealed, formAad(context.actor.cityId, { id: child.id, kind })) as FormAnswers
    const answers = answersAfter(before, read.answers)
    return JSON.stringify(answers) === JSON.stringify(before) ? [] : [{ rowNumber, child, form, answers }]
  })
}

async function previewRows(context: Context, kind: FormKind, rows: readonly ImportRow[]): Promise<ImportPreview> {
  const changes = await listChanges(context, kind, (await planRows(context, rows)).planned)
  return { created: 0, changed: changes.length }
}

async function commitRows(context: Context, kind: FormKind, rows: readonly ImportRow[]): Promise<MadeRecord[]> {
  const { tx, actor, today } = context
  const made: MadeRecord[] = []
  for (const { rowNumber, child, form, answers } of await listChanges(context, kind, (await planRows(context, rows)).planned)) {
    const version = (form?.version ?? 0) + 1
    const filled = {
      sealed: sealFields(child.key, answers, formAad(actor.cityId, { id: child.id, kind })), filledBy: actor.accountId, filledName: actor.personName,
      filledOn: today, version,
    }
    await tx.insertInto('children.forms').values({ cityId: actor.cityId, childId: child.id, kind, scopeCode: child.scopeCode, ...filled })
      .onConflict((conflict) => conflict.columns(['cityId', 'childId', 'kind']).doUpdateSet(filled)).execute()
    await recordAudit(context, {
      verb: 'child-form.filled', subjectKind: 'child', subjectId: child.id, scopeCode: child.scopeCode, reason: '表格导入', details: { kind, imported: true } })
    made.push({ rowNumber, recordId: child.id, version, before: form === undefined ? {} : { ...form, sealed: form.sealed.toString('base64') } })
  }
  return made
}

async function undoRows(context: Context, kind: FormKind, made: readonly MadeRecord[]): Promise<{ kept: { rowNumber: number; why: string }[] }> {
  const { tx, actor } = context
  const forms = await lockForms(context, kind, made.map(({ recordId }) => recordId))
  const kept: { rowNumber: number; why: string }[] = []
  for (const { rowNumber, recordId, version, before } of made) {
    const form = forms.get(recordId)
    if (form === undefined || form.version !== version) {
      kept.push({ rowNumber, why: form === undefined ? '已转到您看不到的单位' : '导入后已有人修改' })
      continue
    }
    const former = before as { sealed?: string; filledBy?: string; filledName?: string; filledOn?: string } | undefined
    if (former?.sealed === undefined) {
      await tx.deleteFrom('children.forms').where('cityId', '=', actor.cityId).where('childId', '=', recordId).where('kind', '=', kind).execute()
    } else {
      const { filledBy = actor.accountId, filledName = actor.personName, filledOn = context.today } = former
      await tx.updateTable('children.forms').set({ sealed: Buffer.from(former.sealed, 'base64'), filledBy, filledName, filledOn, version: version + 1 })
        .where('cityId', '=', actor.cityId).where('childId', '=', recordId).where('kind', '=', kind).execute()
    }
    await recordAudit(context, { verb: 'child-form.set-back', subjectKind: 'child', subjectId: recordId, details: { kind } })
  }
  return { kept }
}
