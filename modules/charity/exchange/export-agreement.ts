import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { renderPlainReport } from '#platform/documents/plain-report.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { scopeLo } from '#platform/values/scope-code.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { formatYuan } from '#platform/values/money.ts'
import { mustOpenDonors } from '../access.ts'
import type { Agreement, DonorIdentity } from '../contract.ts'
import { getAgreement } from '../queries/agreements/get-agreement.ts'
import { openForPaper } from '../queries/donors/donor-name.ts'
import { agreementKindWords } from '../rules/words.ts'
import { asFile } from './files.ts'
import { signerOf } from './gift-papers.ts'

/** An agreement on paper, for both to sign; the name of the file names nobody. */
export const exportAgreement = download({
  path: '/donation-agreement.docx', operationId: 'exportAgreement', summary: '捐赠协议文本（留痕）', query: z.object({ id }), run: writeAgreement,
})

async function writeAgreement(context: Context, input: { id: string }): Promise<Download> {
  mustOpenDonors(context.actor)
  const agreement = await getAgreement(context, input)
  const { identity, donor } = await openForPaper(context, agreement.donorId)
  await recordAudit(context, { verb: 'agreement.printed', subjectKind: 'agreement', subjectId: agreement.id, scopeCode: scopeLo(agreement.unitCode),
    details: {} })
  const bytes = await renderPlainReport({
    title: agreement.kind === 'agreement' ? '捐赠协议' : '认捐书', blocks: blocksOf(agreement, { ...identity, creditCode: donor.creditCode }),
  })
  return asFile(bytes, `${agreementKindWords[agreement.kind]}${agreement.signedOn}.docx`)
}

function blocksOf(agreement: Agreement, donor: DonorIdentity & { creditCode: string | null }): Block[] {
  const { bookName, fundName, purpose, totalFen, instalments } = agreement
  const lines = (...texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', runs: [{ text }] }))
  const clause = (text: string): Block => ({ kind: 'heading', level: 1, text })
  return [
    ...lines(
      `捐赠人（甲方）：${donor.name}`, ...(donor.creditCode === null ? [] : [`统一社会信用代码：${donor.creditCode}`]),
      `联系电话：${donor.phone || '　　　　　　　　'}　联系地址：${donor.address || '　　　　　　　　'}`, `受赠人（乙方）：${signerOf({ bookName })}`,
      '根据《中华人民共和国慈善法》《中华人民共和国公益事业捐赠法》，双方自愿订立本协议。',
    ),
    clause('捐赠财产'),
    ...lines(`甲方自愿向乙方无偿捐赠人民币${formatYuan(totalFen)}元，按下表分期支付。`),
    {
      kind: 'table', head: ['期次', '约定日期', '金额（元）'],
      rows: instalments.map(({ seq, dueOn, amountFen }) => [`第${seq}期`, formatChinese(dueOn), formatYuan(amountFen)]),
    },
    clause('捐赠用途'),
    ...lines(`款项进入“${fundName}”，用于：${purpose}`, '乙方按约定用途专款专用。确需改变用途的，应当事先征得甲方书面同意。'),
    clause('双方的权利和义务'),
    ...lines(
      '甲方保证捐赠财产来源合法，对其有处分权；捐赠行为不附带营利性条件。', '乙方收到每期款项后，依法向甲方开具公益事业捐赠票据，并提供查询码，甲方可随时查询捐赠去向。',
      '甲方有权查阅、复制捐赠财产管理使用的有关资料；乙方应当及时主动向甲方反馈，并对受助未成年人的个人信息保密。', '甲方经济状况显著恶化，严重影响其生产经营或者家庭生活的，经向乙方说明情况后，可以不再履行捐赠义务。',
    ),
    clause('其他'),
    ...lines('本协议自双方签字盖章之日起生效，一式两份，双方各执一份。', '甲方（签章）：　　　　　　　　　　乙方（签章）：', `签订日期：${formatChinese(agreement.signedOn)}`),
  ]
}
