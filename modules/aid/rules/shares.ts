import { sumFen } from '#platform/values/money.ts'
import type { NewShare, PayerKind, Share } from '../contract.ts'

/** A field that cannot stand, with the sentence beside it. */
export type Issue = { path: (string | number)[]; message: string }

type ShareFields = Omit<NewShare, 'payerKind' | 'payerName'>

/** What a share lacks or has too much for its form. */
export function findShareIssues(share: ShareFields, at: readonly (string | number)[] = []): Issue[] {
  const issue = (field: string, message: string): Issue => ({ path: [...at, field], message })
  const surplus = (fields: readonly (keyof ShareFields)[], form: string) => fields.filter((field) => share[field] !== undefined)
    .map((field) => issue(field, `${form}不填这一项`))
  if (share.form === 'money') {
    return [
      ...(share.amount === undefined ? [issue('amount', '请填金额')] : []), ...surplus(['item', 'quantity', 'countedIn', 'minutes', 'times'], '资金'),
    ]
  }
  if (share.form === 'goods') {
    return [
      ...(share.item === undefined ? [issue('item', '请填物资名称')] : []), ...(share.quantity === undefined ? [issue('quantity', '请填数量')] : []),
      ...(share.countedIn === undefined ? [issue('countedIn', '请填单位，如：个、套')] : []),
      ...(share.amount === undefined ? [issue('amount', '请填折价')] : []), ...surplus(['minutes', 'times'], '物资'),
    ]
  }
  return [
    ...(share.item === undefined ? [issue('item', '请填服务内容')] : []),
    ...(share.minutes === undefined && share.times === undefined ? [issue('minutes', '请填时长或次数')] : []), ...surplus(['quantity', 'countedIn'], '服务'),
  ]
}

type Counted = Pick<Share, 'form' | 'amountFen' | 'withdrawnOn'>

/** What an act comes to: the sum of the shares that stand; money and goods apart. */
export function totalsOf(shares: readonly Counted[]): { totalFen: number; moneyFen: number; goodsFen: number } {
  const standing = shares.filter(({ withdrawnOn }) => withdrawnOn === null)
  const sumOf = (form?: Counted['form']) => sumFen(standing.filter((share) => form === undefined || share.form === form).map(({ amountFen }) => amountFen ?? 0))
  return { totalFen: sumOf(), moneyFen: sumOf('money'), goodsFen: sumOf('goods') }
}

/** A person's name is sealed; a body's stands openly. */
export const isSealedPayer = (kind: PayerKind): boolean => kind === 'person'
