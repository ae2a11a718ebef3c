import { relationNames } from './words.ts'

/** One line of a copy. */
export type CopyLine = { group: string; name: string; value: string }

/** Something done with a child: a case (unit, until when), a visit (outcome and way), a referral (state), aid (kind), openings of the file (number). */
export type WorkLine = { kind: 'case' | 'visit' | 'referral' | 'aid' | 'opening'; onDay: string; what: string; untilDay: string | null }

type Guardian = { relation: string; name: string; phone: string | null; idNumber: string | null }
type Identity = {
  name?: string | undefined; idNumber?: string | null | undefined; birthOn?: string | undefined; phone?: string | null | undefined
  address?: string | null | undefined; school?: string | null | undefined; health?: string | null | undefined
}
type Kept = {
  opened: Identity & { guardians?: readonly Guardian[] | undefined }
  /** The same in records merged into this one. */
  others: readonly Identity[]
  facts: readonly string[]
  types: readonly string[]
  recognised: readonly string[]
  forms: readonly { title: string; lines: readonly { label: string; value: string }[] }[]
  consents: readonly { kind: string; covers: string; fromOn: string; untilOn: string | null; withdrawnOn: string | null }[]
}

const consentNames: Readonly<Record<string, string>> = { service: '帮扶服务', publication: '公开报道', sharing: '信息共享' }

const ways: Readonly<Record<string, string>> = {
  'made home': '上门，见到孩子', 'made phone': '电话', 'made school': '到校，见到孩子', 'made video': '视频', 'made outing': '外出活动',
}
const referralStates: Readonly<Record<string, string>> = { sent: '已发出', accepted: '已接收', rejected: '未接收', revoked: '已撤回', done: '已办结' }
const workGroups = { case: '帮扶个案', visit: '走访', referral: '转介', aid: '给予的帮扶', opening: '查阅档案' } as const

/** What is kept in words beside the file and is not in the copy by itself: others may be named there. */
const wordsApart: CopyLine = {
  group: '其他', name: '走访、评估、方案、转介中写下的内容', value: '加密保存，可能涉及他人。如需查阅，请在请求中写明，由未成年人信息负责人审核后当面提供。',
}

/** What was done with the child: day and kind, not what was written. */
export function workLines(work: readonly WorkLine[]): CopyLine[] {
  return [...work.map((line) => ({ group: workGroups[line.kind], name: line.onDay, value: workValue(line) })), ...(work.length === 0 ? [] : [wordsApart])]
}

function workValue({ kind, what, untilDay }: WorkLine): string {
  if (kind === 'case') return untilDay === null ? `${what}，进行中` : `${what}，${untilDay}结案`
  if (kind === 'visit') return ways[what] ?? '没有见到孩子'
  if (kind === 'referral') return referralStates[what] ?? what
  return kind === 'opening' ? `共${what}次，最近一次在这一天` : what
}

const identityFields = [['name', '姓名'], ['idNumber', '证件号码'], ['birthOn', '出生日期'], ['phone', '联系电话'], ['address', '住址'], ['school', '学校'],
  ['health', '健康情况']] as const

/** Everything kept about a child, line by line; what is not kept says so. */
export function copyLines({ opened, others, facts, types, recognised, forms, consents }: Kept): CopyLine[] {
  return [
    ...identityFields.map(([field, name]) => ({ group: '本人信息', name, value: opened[field] ?? '未登记' })),
    ...others.flatMap((other) => identityFields.flatMap(([field, name]) => {
      const value = other[field]
      return value == null || value === opened[field] ? [] : [{ group: '合并的另一份档案', name, value }]
    })),
    ...(opened.guardians ?? []).map((guardian) => ({
      group: '监护人', name: relationNames[guardian.relation] ?? '其他', value: [guardian.name, guardian.phone, guardian.idNumber].filter(Boolean).join('，'),
    })),
    ...facts.map((fact, index) => ({ group: '情况', name: `第${index + 1}条`, value: fact })),
    ...types.map((type) => ({ group: '对象类型', name: '平台推算', value: type })),
    ...recognised.map((type) => ({ group: '对象类型', name: '民政认定', value: type })),
    ...forms.flatMap(({ title, lines }) => lines.map(({ label, value }) => ({ group: title, name: label, value }))),
    ...consents.map((consent) => ({
      group: '知情同意', name: consentNames[consent.kind] ?? consent.kind,
      value: `${consent.covers}（${spanOf(consent)}）`,
    })),
  ]
}

function spanOf({ fromOn, untilOn, withdrawnOn }: Kept['consents'][number]): string {
  return [`${fromOn}起`, untilOn === null ? '' : `至${untilOn}`, withdrawnOn === null ? '' : `${withdrawnOn}撤回`].filter((part) => part !== '').join('，')
}
