import type { LocalDate } from '#platform/values/local-date.ts'
import { house, type Source } from './sources.ts'

/** Numbers by which this module judges; a city may change each by a dated row `protection.<name>` of platform.settings. */
export type Limits = {
  /** Working days from receipt to the written answer. */
  rightsDays: number
  /** Days before the last one on which the responsible person is reminded. */
  rightsWarnDays: number
  /** Days within which an emergency access is looked at afterwards. */
  emergencyDays: number
  /** Files one account opens in a day before somebody looks at it. */
  filesPerDay: number
  /** Masked cards one account reads in a day before somebody looks at it. */
  cardsPerDay: number
  /** Towns whose files one account opens in a day before somebody looks at it. */
  townsPerDay: number
  /** Hour from which it is night. */
  nightFrom: number
  /** Hour at which the night ends. */
  nightUntil: number
  /** Days after an unusual access was found within which it is judged. */
  judgeDays: number
  /** Hours from finding an incident to telling the authority. */
  authorityHours: number
  /** Hours from finding an incident to telling the guardians. */
  guardiansHours: number
  /** Years for which a closed file is kept after the child has come of age. */
  keepYears: number
}

type DatedLimits = { validFrom: LocalDate; limits: Limits; sources: Readonly<Record<keyof Limits, Source>> }

/** The defaults with their sources; a change is a new entry with its own first day. */
export const limitTable: readonly DatedLimits[] = [
  {
    validFrom: '2020-01-01',
    limits: {
      rightsDays: 15, rightsWarnDays: 5, emergencyDays: 3, filesPerDay: 20, cardsPerDay: 100, townsPerDay: 3, nightFrom: 22, nightUntil: 6, judgeDays: 14,
      authorityHours: 24, guardiansHours: 72, keepYears: 3,
    },
    sources: {
      rightsDays: {
        text: '《App违法违规收集使用个人信息行为认定方法》（国信办秘字〔2019〕191号）第六条：十五个工作日内受理并处理；《未成年人网络保护条例》第三十四条未定天数', certainty: 'quoted',
      },
      rightsWarnDays: house,
      emergencyDays: house,
      filesPerDay: { text: '《未成年人网络保护条例》第三十六条（最小授权、访问留痕）；数值为平台默认值', certainty: 'read' },
      cardsPerDay: house,
      townsPerDay: house,
      nightFrom: house,
      nightUntil: house,
      judgeDays: house,
      authorityHours: { text: '《个人信息保护法》第五十七条、《未成年人网络保护条例》第三十五条要求立即；小时数为平台默认上限', certainty: 'read' },
      guardiansHours: { text: '《个人信息保护法》第五十七条、《未成年人网络保护条例》第三十五条要求通知；小时数为平台默认上限', certainty: 'read' },
      keepYears: { text: '《个人信息保护法》第十九条（最短必要期限）、第五十六条（评估与处理记录至少三年）；年数为平台默认值', certainty: 'read' },
    },
  },
]

/** The default limits of a day, with what the city has set over them. */
export function limitsOn(day: LocalDate, ofCity: Readonly<Record<string, unknown>> = {}): Limits {
  const held = limitTable.findLast(({ validFrom }) => validFrom <= day) ?? limitTable[0]
  if (held === undefined) throw new Error('no limits hold')
  const names = Object.keys(held.limits) as (keyof Limits)[]
  const set = names.flatMap((name) => (isLimit(ofCity[name]) ? [[name, ofCity[name]] as const] : []))
  return { ...held.limits, ...Object.fromEntries(set) }
}

const isLimit = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10_000
