import type { NewShare, PayerKind } from '../contract.ts'

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

/** A person's name is sealed; a body's stands openly. */
export const isSealedPayer = (kind: PayerKind): boolean => kind === 'person'
