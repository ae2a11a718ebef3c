import { oc } from '@orpc/contract'
import { z } from 'zod'

/** What the platform knows of an operation beside its shape. */
export type OperationMeta = {
  /** May be called without a session. */
  anonymous?: boolean
  /** May be called while a given password still has to be changed. */
  duringPasswordChange?: boolean
  /** The answer is kept under the Idempotency-Key header and given again for a repeated request. */
  idempotent?: boolean
}

const issues = z.array(z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() }))

/** Refusals every operation may give; the sentence is what the user reads. */
export const commonRefusals = {
  UNAUTHENTICATED: { status: 401, message: '登录已失效，请重新登录。' },
  NO_RIGHT_LEFT: { status: 401, message: '您的权限已到期或被收回，账号目前没有可用的权限，请联系安全管理员。' },
  FORBIDDEN: { status: 403, message: '您没有办理此事的权限，请联系本单位管理员。' },
  NOT_FOUND: { status: 404, message: '没有找到这条记录，或者它不在您的管理范围内。' },
  INVALID_INPUT: { status: 422, message: '填写的内容有误，请按提示修改。', data: z.object({ issues }) },
  STALE: {
    status: 409, message: '保存前这条记录已被他人修改，请核对两份内容后选择保留哪一份。',
    data: z.object({ version: z.number().int(), current: z.record(z.string(), z.unknown()) }),
  },
  IDEMPOTENCY_MISMATCH: { status: 409, message: '同一提交编号的内容前后不一致，请刷新页面后重新提交。' },
  PASSWORD_CHANGE_REQUIRED: { status: 403, message: '请先修改初始密码。' },
  RATE_LIMITED: { status: 429, message: '操作过于频繁，请稍后再试。' },
} as const

/** Start of every contract: common refusals, room for the platform's notes. */
export const base = oc.$meta<OperationMeta>({}).errors(commonRefusals)
