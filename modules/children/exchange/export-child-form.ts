import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { renderPlainReport } from '#platform/documents/plain-report.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { mustOpenFiles, mustReadChildren } from '../access.ts'
import { openChildForm } from '../commands/forms/open-child-form.ts'
import { formKinds, type FormKind } from '../contract.ts'
import { answerLines, blankLines, formTitles, type FormLine } from '../rules/form-lines.ts'
import { relationNames } from '../rules/words.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const kind = z.enum(formKinds)

/** The filled form on paper; printing is recorded besides the opening. Without an approval there is nothing here. */
export const exportChildForm = download({
  path: '/child-form.docx', operationId: 'exportChildForm', summary: '打印填好的登记表', query: z.object({ id, kind }), run: writeFilled,
})

/** The empty form on paper. */
export const exportBlankForm = download({
  path: '/child-form-blank.docx', operationId: 'exportBlankForm', summary: '打印空白登记表', query: z.object({ kind }), run: writeBlank,
})

async function writeFilled(context: Context, input: { id: string; kind: FormKind }): Promise<Download> {
  mustOpenFiles(context.actor)
  const form = await openChildForm(context, input).catch((problem: unknown) => {
    if (problem instanceof Refusal && problem.code === 'ACCESS_REQUIRED') throw new Refusal('NOT_FOUND')
    throw problem
  })
  await recordAudit(context, { verb: 'child-form.printed', subjectKind: 'child', subjectId: input.id, details: { kind: input.kind } })
  return send(input.kind, [...form.known, ...answerLines(form.answers, relationNames)])
}

async function writeBlank(context: Context, input: { kind: FormKind }): Promise<Download> {
  mustReadChildren(context.actor)
  return send(input.kind, blankLines())
}

/** The table of the paper with its three signatures. */
async function send(form: FormKind, lines: readonly FormLine[]): Promise<Download> {
  const signature = (who: string): Block => ({ kind: 'paragraph', runs: [{ text: `${who}（签名）：　　　　　　　　　　　年　　月　　日` }] })
  const bytes = await renderPlainReport({
    title: formTitles[form],
    blocks: [
      { kind: 'table', head: ['项目', '内容'], rows: lines.map(({ label, value }) => [label, value]) },
      signature('监护人'), signature('填表人'), signature('村（居）委会负责人'),
    ],
  })
  return { fileName: `${formTitles[form]}.docx`, contentType: docx, body: (async function* () { yield bytes })() }
}
