import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { changed, child, day, version } from './fields.ts'

/** Whose row of a transfer it is: who asks for the child, or who holds it. */
export const transferParties = ['asker', 'holder'] as const
/** How far a transfer has come; accepted is being carried out. */
export const transferStatuses = ['pending', 'accepted', 'rejected', 'done', 'withdrawn'] as const

/** A transfer as one party knows it. */
export const Transfer = z.object({
  id, unitCode: z.string(), party: z.enum(transferParties),
  /** Which party began it; the other one answers. */
  beganBy: z.enum(transferParties),
  status: z.enum(transferStatuses),
  /** Where the child is registered when it was asked for. */
  fromUnitName: z.string(),
  toUnitName: z.string(),
  /** Surname and 某, for the holder with the age band. */
  childLabel: z.string(),
  /** The child, for whoever may see it now: the holder until the transfer is done, the asker from then on. */
  childId: id.nullable(),
  explanation: z.string(), askedName: z.string(), askedOn: day,
  /** Until when the other party is to answer; null once it is answered or taken back. */
  answerDueOn: day.nullable(),
  /** Not answered in time. */
  isOverdue: z.boolean(),
  answer: z.string().nullable(), answeredName: z.string().nullable(),
  answeredOn: day.nullable(), version,
})
/** A transfer as one party knows it. */
export type Transfer = z.infer<typeof Transfer>

/** A registered child goes over from one unit to another. */
export const transferOperations = {
  listTransfers: base.route({ method: 'GET', path: '/children/transfers', summary: '转接申请' })
    .input(listQuery.extend({ party: z.enum(transferParties).optional(), status: z.enum(transferStatuses).optional() })).output(pageOf(Transfer)),
  requestTransfer: base.route({ method: 'POST', path: '/children/transfers', summary: '申请转接在别处登记的孩子', successStatus: 201 }).meta({ idempotent: true })
    .errors({
      CHILD_NOT_ELSEWHERE: { status: 409, message: '没有在其他单位找到这个孩子，请核对姓名、出生日期和证件号码。' },
      CHILD_IN_RANGE: { status: 409, message: '这个孩子已在您的管理范围内，可以直接打开档案。' },
      SEVERAL_CHILDREN: { status: 409, message: '同名同生日的孩子在几个单位登记，请填写证件号码后再申请。' },
      TRANSFER_PENDING: { status: 409, message: '已经申请过转接这个孩子，请等待登记单位答复。' },
    })
    .input(z.object({
      name: line(60).optional(), idNumber: line(30).optional(), birthOn: localDate.optional(),
      /** Unit that is to look after the child; the caller's own when left out. */
      unitId: id.optional(),
      explanation: line(300).min(4, '请写明转接原因，至少4个字'),
    }))
    .output(z.object({ id })),
  listTransferUnits: base.route({ method: 'GET', path: '/children/transfer-units', summary: '可以转入的单位，按名称查找' })
    .input(z.object({ q: line(60).min(1, '请输入单位名称') }))
    .output(z.object({ items: z.array(z.object({ id, name: z.string(),
      /** Name of the unit above; null for the topmost. */
      above: z.string().nullable() })) })),
  offerTransfer: base.route({ method: 'POST', path: '/children/transfer-offers', summary: '提出把本单位的孩子转给其他单位', successStatus: 201 }).meta({ idempotent: true })
    .errors({
      TRANSFER_PENDING: { status: 409, message: '这个孩子已有待答复的转接，请先在“儿童转接”里办完。' },
      CHILD_CLOSED: { status: 409, message: '这份档案已经结束，不能转出。' },
      SAME_UNIT: { status: 409, message: '孩子已在这个单位，请选择要转入的单位。' },
      UNIT_CLOSED: { status: 409, message: '这个单位已经撤销，请选择仍在的单位。' },
    })
    .input(z.object({
      childId: id,
      /** Unit that is asked to take the child. */
      toUnitId: id,
      explanation: line(300).min(4, '请写明转出原因，至少4个字'),
    }))
    .output(z.object({ id })),
  answerTransfer: base.route({ method: 'POST', path: '/children/transfers/{id}/answer', summary: '答复转接申请' })
    .errors({
      TRANSFER_ANSWERED: { status: 409, message: '这份申请已经答复，请刷新后查看。' },
      CHILD_CLOSED: { status: 409, message: '这份档案已经结束，不能转出；请不同意，并在答复中说明。' },
      UNIT_CLOSED: { status: 409, message: '转入单位已经撤销，不能转入；请不同意，由承接它的单位重新办理。' },
    })
    .input(child.extend({ version, accepted: z.boolean(), answer: line(200).optional() })).output(changed),
  withdrawTransfer: base.route({ method: 'POST', path: '/children/transfers/{id}/withdraw', summary: '撤回自己的转接申请' })
    .errors({ TRANSFER_ANSWERED: { status: 409, message: '这份申请已经答复或撤回，请刷新后查看。' } })
    .input(child.extend({ version })).output(changed),
}
