import { z } from 'zod'
import { openChildFields } from '#modules/children/index.ts'
import { accessPurposes, type AccessPurpose } from '#modules/children/contract.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { renderPlainReport } from '#platform/documents/plain-report.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { formatCapital, formatYuan } from '#platform/values/money.ts'
import { mustGiveAid } from '../access.ts'
import type { ActRow } from '../contract.ts'
import { getActRow, readShares, type HeldShare } from '../queries/act-rows.ts'
import { loadAct } from '../queries/lock-act.ts'
import { payerWords, shareInWords } from '../rules/words.ts'

const Query = z.object({
  id,
  /** Purpose of the caller's own approval, under which name and address are printed; left out, the sheet is masked. */
  purpose: z.enum(accessPurposes).optional(),
})

/** The sheet that is signed when aid is handed over: masked, or with name and address where the caller's approval for this purpose names them. */
export const printHandoverSheet = download({
  path: '/aid-acts/handover-sheet.docx', operationId: 'printHandoverSheet', summary: '下载签收单（留痕）', query: Query, run: printSheet,
})

async function printSheet(context: Context, input: z.output<typeof Query>): Promise<Download> {
  mustGiveAid(context.actor)
  const [held, row, shares] = await Promise.all([loadAct(context, input.id), getActRow(context, input.id), readShares(context, input.id)])
  if (held.status === 'voided' || held.wrappedKey === null) throw new Refusal('NOT_FOUND')
  const who = input.purpose === undefined ? null : await openWho(context, { childId: held.childId, purpose: input.purpose })
  await recordAudit(context, {
    verb: 'handover-sheet.printed', subjectKind: 'aid-act', subjectId: held.id, scopeCode: held.scopeCode, details: { isMasked: who === null },
  })
  const bytes = await renderPlainReport({
    title: '帮扶签收单', blocks: blocksOf(row, shares.filter(({ withdrawnOn }) => withdrawnOn === null), who), signedBy: row.unitName, signedOn: context.today,
  })
  return {
    fileName: `帮扶签收单${context.today}.docx`, contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: (async function* () { yield bytes })(),
  }
}

/** Without an approval that names both there is no sheet with them; the masked one is always there. */
async function openWho(context: Context, of: { childId: string; purpose: AccessPurpose }) {
  return openChildFields(context, { ...of, fields: ['name', 'address'] }).catch((problem: unknown) => {
    if (problem instanceof Refusal && (problem.code === 'ACCESS_REQUIRED' || problem.code === 'CHILD_ERASED')) throw new Refusal('NOT_FOUND')
    throw problem
  })
}

const line = '＿＿＿＿＿＿＿＿＿＿'

/** Each on a line of its own: two beside one another are wider than the paper, and the rule for the pen breaks off. */
const signed = ['签收人', '与孩子的关系', '见证人一', '见证人二', '经办人', '日期']

function blocksOf(act: ActRow, shares: readonly HeldShare[], who: { name?: string | undefined; address?: string | null | undefined } | null): Block[] {
  const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
  return [
    paragraph(`帮扶对象：${who?.name ?? act.label}（${act.reach === 'child' ? '孩子本人' : '全家'}）`),
    ...(who === null ? [] : [paragraph(`住址：${who.address ?? '没有登记'}`)]),
    paragraph(`帮扶类别：${act.kindName}${act.isCourtesyCall ? '（慰问）' : ''}`),
    { kind: 'table', head: ['出资方', '内容', '金额或折价（元）'], rows: shares.map(rowOf) },
    paragraph(`合计：${formatYuan(act.totalFen)}元（大写：${formatCapital(act.totalFen)}）`),
    ...signed.map((label) => paragraph(`${label}：${line}`)),
    paragraph('签字自愿。家里不愿签字或拍照的，由两位见证人签名，或由经办人写明原因，不影响领取。'),
  ]
}

/** A person who gives is not named on a paper that stays with the family. */
const rowOf = (share: HeldShare): [string, string, string] => (
  [share.payerName ?? `爱心人士（${payerWords[share.payerKind]}）`, shareInWords(share), share.amountFen === null ? '未折价' : formatYuan(share.amountFen)])
