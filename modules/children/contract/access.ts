import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { OwnAccess } from './cards.ts'
import { accessPurposes, AskedFields, changed, child, CHILD_CLOSED, fileFields, instant, version } from './fields.ts'

/** A request to read a file, as the deciding officer and the asking person see it. */
export const AccessRequest = z.object({
  id, unitCode: z.string(), childId: id, maskedName: z.string(), personName: z.string(), askingUnitName: z.string(), purpose: z.enum(accessPurposes),
  explanation: z.string(), fields: z.array(z.enum(fileFields)), days: z.number().int(), isEmergency: z.boolean(),
  status: z.enum(['pending', 'approved', 'rejected']), decidedName: z.string().nullable(), decisionNote: z.string().nullable(),
  createdAt: instant, isOwn: z.boolean(), version,
})

/** One look at a file. */
export const FileRead = z.object({ id, unitCode: z.string(), at: instant, personName: z.string(), what: z.string(), reason: z.string().nullable() })

/** Who may open a file: requests, emergencies, decisions, and who looked. */
export const accessOperations = {
  requestAccess: base.route({ method: 'POST', path: '/children/{id}/access-requests', summary: '申请查阅完整档案', successStatus: 201 }).meta({ idempotent: true })
    .errors({ CHILD_CLOSED, REQUEST_PENDING: { status: 409, message: '您对这个孩子的申请还在等待审批，请勿重复提交。' } })
    .input(child.extend({
      purpose: z.enum(accessPurposes).exclude(['registration', 'emergency', 'rights']), explanation: line(300), fields: AskedFields,
      days: z.number().int().min(1).max(90),
    }))
    .output(z.object({ requestId: id })),
  openInEmergency: base.route({ method: 'POST', path: '/children/{id}/emergency-access', summary: '紧急查阅（事后复核）', successStatus: 201 }).meta({ idempotent: true })
    .errors({ CHILD_CLOSED })
    .input(child.extend({ explanation: line(300).min(4, '请写明紧急情况，至少4个字'), fields: AskedFields })).output(z.object({ requestId: id, untilAt: instant })),
  listAccessRequests: base.route({ method: 'GET', path: '/children/access/requests', summary: '查阅申请' })
    .input(listQuery.extend({ status: z.enum(['pending', 'approved', 'rejected']).optional(), childId: id.optional() })).output(pageOf(AccessRequest)),
  decideAccess: base.route({ method: 'POST', path: '/children/access/requests/{id}/decide', summary: '审批查阅申请' })
    .errors({
      OWN_REQUEST: { status: 403, message: '不能审批自己的申请，请由其他负责人办理。' },
      REQUEST_DECIDED: { status: 409, message: '这份申请已经有人办理，请刷新后查看结果。' },
      ANSWER_NEEDED: { status: 422, message: '不同意的，请写明理由：申请人会看到，才知道还要补什么。' },
    })
    .input(child.extend({ approved: z.boolean(), note: line(200).optional(), days: z.number().int().min(1).max(90).optional() })).output(changed),
  listMyAccess: base.route({ method: 'GET', path: '/children/access/mine', summary: '我现有的查阅许可' })
    .input(listQuery).output(pageOf(OwnAccess.extend({ unitCode: z.string(), maskedName: z.string() }))),
  listFileReads: base.route({ method: 'GET', path: '/children/{id}/reads', summary: '谁看过这份档案' }).input(listQuery.extend({ id })).output(pageOf(FileRead)),
}
