import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { renderPlainReport } from '#platform/documents/plain-report.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { mustOpenFiles, mustReadChildren } from '../access.ts'
import { openChildForm } from '../commands/forms/open-child-form.ts'
import { ACCESS_REQUIRED, CHILD_ERASED, formKinds, type FormKind } from '../contract.ts'
import { hideFromStrangers } from '../queries/steps/hide-from-strangers.ts'
import { formTitles } from '../rules/forms/form-lines.ts'
import { blankPaper, filledPaper, type FormPaper, peopleHead } from '../rules/forms/form-paper.ts'
import { relationNames } from '../rules/words.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const kind = z.enum(formKinds)

/** The filled form on paper; printing is recorded besides the opening. Without an approval, who sees the card reads what to ask for; others find nothing. */
export const exportChildForm = download({
  path: '/child-form.docx', operationId: 'exportChildForm', summary: '打印填好的登记表', query: z.object({ id, kind }),
  errors: { ACCESS_REQUIRED, CHILD_ERASED }, run: writeFilled,
})

/** The empty form on paper. */
export const exportBlankForm = download({
  path: '/child-form-blank.docx', operationId: 'exportBlankForm', summary: '打印空白登记表', query: z.object({ kind }), run: writeBlank,
})

async function writeFilled(context: Context, input: { id: string; kind: FormKind }): Promise<Download> {
  mustOpenFiles(context.actor)
  const { known, answers } = await openChildForm(context, input).catch((problem: unknown) => hideFromStrangers(context, input.id, problem))
  await recordAudit(context, { verb: 'child-form.printed', subjectKind: 'child', subjectId: input.id, details: { kind: input.kind } })
  return send(input.kind, filledPaper(input.kind, { known, answers, relationNames }))
}

async function writeBlank(context: Context, input: { kind: FormKind }): Promise<Download> {
  mustReadChildren(context.actor)
  return send(input.kind, blankPaper(input.kind))
}

/** What is asked, the people of the family, and three signatures. */
async function send(form: FormKind, { lines, people }: FormPaper): Promise<Download> {
  const bytes = await renderPlainReport({
    title: formTitles[form],
    blocks: [
      { kind: 'table', head: ['项目', '内容'], rows: lines.map(({ label, value }) => [label, value]), widths: [1, 3] },
      ...(people.length === 0 ? [] : [{ kind: 'table', head: peopleHead, rows: people, widths: [6, 5, 7, 6, 8, 12] } satisfies Block]),
      signature('监护人'), signature('填表人'), signature('村（居）委会负责人'),
    ],
  })
  return { fileName: `${formTitles[form]}.docx`, contentType: docx, body: (async function* () { yield bytes })() }
}

/** On one line, whoever signs: with the day at its end. */
function signature(who: string): Block {
  const signed = `${who}（签名）：`
  return { kind: 'paragraph', runs: [{ text: `${signed.padEnd(20, '　')}年　月　日` }] }
}
