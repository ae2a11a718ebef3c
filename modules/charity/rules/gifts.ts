import type { LocalDate } from '#platform/values/local-date.ts'
import type { Channel, GiftChange, GiftForm, GiftStatus } from '../contract.ts'
import type { FieldProblem } from './problem.ts'

/** What can be done with a gift. */
export type GiftStep = 'update' | 'discard' | 'confirm' | 'correct' | 'move' | 'refund' | 'receipt' | 'handOut'

const from: Readonly<Record<GiftStep, readonly GiftStatus[]>> = {
  update: ['draft'], discard: ['draft'], confirm: ['draft'], correct: ['confirmed'], move: ['confirmed'], refund: ['confirmed'], receipt: ['confirmed'],
  handOut: ['confirmed'],
}

/** Whether a step follows from where a gift stands. */
export const mayFollowGift = (step: GiftStep, status: GiftStatus): boolean => from[step].includes(status)

type Content = {
  form: GiftForm; item?: string | undefined; quantity?: number | undefined; countedIn?: string | undefined; valueBasis?: string | undefined
  promisedOn: LocalDate
}

/** What a draft says too much or too little of. */
export function findGiftIssues({ form, item, quantity, countedIn, valueBasis, promisedOn }: Content, today: LocalDate): FieldProblem[] {
  const issues: FieldProblem[] = []
  const ask = (isAsked: boolean, field: string, value: unknown, words: { missing: string; needless: string }) => {
    if (isAsked && value === undefined) issues.push({ path: [field], message: words.missing })
    if (!isAsked && value !== undefined) issues.push({ path: [field], message: words.needless })
  }
  ask(form !== 'money', 'item', item, { missing: '请填写物资或服务的名称', needless: '捐赠资金不填物资名称' })
  ask(form === 'goods', 'quantity', quantity, { missing: '请填写数量', needless: '只有物资填数量' })
  ask(form === 'goods', 'countedIn', countedIn, { missing: '请填写计量单位', needless: '只有物资填计量单位' })
  ask(form !== 'money', 'valueBasis', valueBasis, { missing: '请写明公允价值的依据，如发票或同类市价', needless: '捐赠资金不填价值依据' })
  if (promisedOn > today) issues.push({ path: ['promisedOn'], message: '日期不能晚于今天' })
  return issues
}

type ArrivalText = {
  receivedOn: LocalDate; channel?: Channel | undefined; accountId?: string | undefined; bankReference?: string | undefined; place?: string | undefined
  useBy?: LocalDate | undefined
}

/** What a confirmation says too much or too little of. */
export function findArrivalIssues(form: GiftForm, arrival: ArrivalText, today: LocalDate): FieldProblem[] {
  const issues: FieldProblem[] = []
  const { receivedOn, channel, accountId, bankReference, place, useBy } = arrival
  if (receivedOn > today) issues.push({ path: ['receivedOn'], message: '到账日期不能晚于今天' })
  const isMoney = form === 'money'
  if (isMoney && channel === undefined) issues.push({ path: ['channel'], message: '请选择收款方式' })
  if (isMoney && accountId === undefined) issues.push({ path: ['accountId'], message: '请选择收款科目' })
  if (isMoney && channel !== undefined && channel !== 'cash' && bankReference === undefined) {
    issues.push({ path: ['bankReference'], message: '请填写银行回单号或支付订单号' })
  }
  if (!isMoney) {
    for (const [field, value] of Object.entries({ channel, accountId, bankReference })) {
      if (value !== undefined) issues.push({ path: [field], message: '只有资金填收款方式' })
    }
  }
  if (form !== 'goods' && place !== undefined) issues.push({ path: ['place'], message: '只有物资填存放地点' })
  if (form !== 'goods' && useBy !== undefined) issues.push({ path: ['useBy'], message: '只有物资填有效期' })
  if (useBy !== undefined && useBy < receivedOn) issues.push({ path: ['useBy'], message: '已经过期的物资不能入库' })
  return issues
}

/** Accounts of the books a gift stands on, by the number under which forms know them, as the rule of 2004 has it. */
export const accountNumbers = { income: '4101', goods: '1201', charity: '5101', fundraising: '5301' } as const

/** Whether a day of a change can stand: not before it arrived, not after today. */
export const isDayOfChange = (day: LocalDate, { receivedOn,
  today }: { receivedOn: LocalDate; today: LocalDate }): boolean => day >= receivedOn && day <= today

/** Whether somebody may confirm a gift: never the own one. */
export const mayConfirm = (madeBy: string | null, accountId: string): boolean => madeBy !== accountId

/** What pieces of a batch are worth: their part of what is left, the last piece with the odd fen. */
export const worthOf = ({ leftQuantity, leftFen }: { leftQuantity: number; leftFen: number }, quantity: number): number =>
  (quantity === leftQuantity ? leftFen : Math.floor((leftFen * quantity) / leftQuantity))

/** Whether what the official receipt says of the amount was changed after it was made: it is taken back, or another is made. */
export const isReceiptStale = (receiptOn: LocalDate | null, changes: readonly Pick<GiftChange, 'change' | 'onDay'>[]): boolean =>
  receiptOn !== null && changes.some(({ change, onDay }) => onDay > receiptOn && (change === 'corrected' || change === 'reduced' || change === 'refunded'))
