// What the foundation of a city says about giving: the account for transfers, and the day on which counts of beneficiaries are published.
import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { prose } from '#platform/contract/fields.ts'
import { day } from './fields.ts'

/** What is set for giving. */
export const GivingSettings = z.object({
  /** Holder, bank and account for a transfer, as donors read it; null while nobody wrote it. */
  bankTransfer: z.string().nullable(),
  /** Since when it holds; null while nobody wrote it. */
  bankTransferFrom: day.nullable(),
  /** Telephone, address and hours, as everybody reads them; null while nobody wrote them. */
  contact: z.string().nullable(),
  /** Day of a month from which the month before is published. */
  publishingDay: z.number().int(), isOwnPublishingDay: z.boolean(),
  /** Whether a merchant of WeChat Pay is set up. */
  isOnline: z.boolean(),
})
/** What is set for giving. */
export type GivingSettings = z.infer<typeof GivingSettings>

const SETTING_CHANGED = { status: 409, message: '这一项刚刚被别人改过，请刷新页面，核对后再保存。' }
/** What stood there when it was opened: what somebody else wrote meanwhile is not written over. */
const before = z.string().max(300).nullable()

/** Operations on what is set for giving. */
export const settingOperations = {
  getGivingSettings: base.route({ method: 'GET', path: '/giving-settings', summary: '捐赠设置' }).input(z.object({})).output(GivingSettings),
  setBankTransfer: base.route({ method: 'PUT', path: '/giving-settings/bank-transfer', summary: '设置转账账户' })
    .input(z.object({ text: prose(300).min(1, '请写户名、开户行和账号'), before })).output(GivingSettings).errors({ SETTING_CHANGED }),
  setContact: base.route({ method: 'PUT', path: '/giving-settings/contact', summary: '设置联系方式' })
    .input(z.object({ text: prose(300).min(1, '请写电话、地址和接待时间'), before })).output(GivingSettings).errors({ SETTING_CHANGED }),
}
