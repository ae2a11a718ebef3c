import { relationNames } from './words.ts'

/** One line of a copy. */
export type CopyLine = { group: string; name: string; value: string }

type Guardian = { relation: string; name: string; phone: string | null; idNumber: string | null }
type Kept = {
  opened: {
    name?: string | undefined; idNumber?: string | null | undefined; birthOn?: string | undefined; phone?: string | null | undefined
    address?: string | null | undefined; school?: string | null | undefined; health?: string | null | undefined; guardians?: readonly Guardian[] | undefined
  }
  facts: readonly string[]
  types: readonly string[]
  consents: readonly { kind: string; covers: string; fromOn: string; untilOn: string | null; withdrawnOn: string | null }[]
}

const consentNames: Readonly<Record<string, string>> = { service: '帮扶服务', publication: '公开报道', sharing: '信息共享' }

/** Everything kept about a child, line by line; what is not kept says so. */
export function copyLines({ opened, facts, types, consents }: Kept): CopyLine[] {
  const own = (name: string, value: string | null | undefined): CopyLine => ({ group: '本人信息', name, value: value ?? '未登记' })
  return [
    own('姓名', opened.name), own('证件号码', opened.idNumber), own('出生日期', opened.birthOn), own('联系电话', opened.phone), own('住址', opened.address),
    own('学校', opened.school), own('健康情况', opened.health),
    ...(opened.guardians ?? []).map((guardian) => ({
      group: '监护人', name: relationNames[guardian.relation] ?? '其他', value: [guardian.name, guardian.phone, guardian.idNumber].filter(Boolean).join('，'),
    })),
    ...facts.map((fact, index) => ({ group: '情况', name: `第${index + 1}条`, value: fact })),
    ...types.map((type) => ({ group: '对象类型', name: '平台推算', value: type })),
    ...consents.map((consent) => ({
      group: '知情同意', name: consentNames[consent.kind] ?? consent.kind,
      value: `${consent.covers}（${spanOf(consent)}）`,
    })),
  ]
}

function spanOf({ fromOn, untilOn, withdrawnOn }: Kept['consents'][number]): string {
  return [`${fromOn}起`, untilOn === null ? '' : `至${untilOn}`, withdrawnOn === null ? '' : `${withdrawnOn}撤回`].filter((part) => part !== '').join('，')
}
