import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { renderPlainReport } from '#platform/documents/plain-report.ts'
import { dayInChina } from '#platform/values/local-date.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { mustReadErasures } from '../access.ts'
import { findErasure } from '../queries/list-erasures.ts'
import { sendDocument } from './send-document.ts'

/** The proof that an identity was erased: which record, when, by whom, which key, and the audit entry that says so. */
export const exportErasureProof = download({
  path: '/erasures/proof.docx', operationId: 'exportErasureProof', summary: '身份信息删除证明', query: z.object({ id }), run: writeProof,
})

async function writeProof(context: Context, input: { id: string }): Promise<Download> {
  mustReadErasures(context.actor)
  const erasure = await findErasure(context, input.id)
  if (erasure === undefined) throw new Refusal('NOT_FOUND')
  await recordAudit(context, { verb: 'erasure-proof.exported', subjectKind: 'child', subjectId: erasure.recordId, scopeCode: erasure.scopeCode,
    details: { entryId: erasure.id } })
  const bytes = await renderPlainReport({
    title: '未成年人个人信息删除证明', signedBy: context.actor.unit.name, signedOn: context.today,
    blocks: [
      { kind: 'paragraph', runs: [{ text: `证明编号：${erasure.code}` }] },
      { kind: 'paragraph', runs: [{ text: '下列档案的身份信息已经删除：用于加密身份信息的密钥已销毁，姓名、证件号码、出生日期、电话、住址、学校、健康情况和监护人信息不能再被任何人读取；统计数字照常保留。' }] },
      { kind: 'table', head: ['项目', '内容'], rows: [
        ['档案编号', erasure.recordId], ['删除时间', `${dayInChina(erasure.erasedAt)} ${timeOf(erasure.erasedAt)}`], ['办理人', erasure.personName],
        ...(erasure.relatedIds.length === 0 ? [] : [['同一孩子的其他档案编号', `${erasure.relatedIds.join('、')}（已合并，一并删除，各有证明）`] as [string, string]]),
        ['删除事由', erasure.reason ?? '未写明'], ['已销毁密钥的指纹（SHA-256）', erasure.keyFingerprint || '此前未留存'],
        ['审计记录编号', erasure.id], ['审计记录摘要（SHA-256）', erasure.entryDigest],
        ['审计链', erasure.sealSeq === null ? '尚未封存，请稍后重新制作' : `第${erasure.sealSeq}号，${erasure.linkHash ?? ''}`],
      ] },
      { kind: 'paragraph', runs: [{ text: '核验方法：由审计管理员按审计记录编号取出该条记录，重新计算摘要，与本证明相同即为真实。恢复早于删除时间的备份后，须按密钥指纹再次销毁。' }] },
    ],
  })
  return sendDocument(bytes, `删除证明${erasure.code}.docx`)
}

const timeOf = (at: Date): string => at.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })
