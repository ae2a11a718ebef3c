import { ageBandLabel, type AgeBand } from '#platform/values/mask.ts'
import type { Colour } from '../contract.ts'

/** How a child is called outside its file. */
export const childLabelOf = ({ maskedName, ageBand }: { maskedName: string; ageBand: string }): string =>
  `${maskedName} · ${ageBandLabel(ageBand as AgeBand)}`

/** Colours as people call them. */
export const colourWords: Record<Colour, string> = { red: '红色', yellow: '黄色', blue: '蓝色', green: '绿色' }

/** Terms as people call them, in the order in which they are shown. */
export const termWords = { coverage: '有人结对', distance: '距离', skill: '特长', preference: '意愿', load: '负担', siblings: '兄弟姐妹一起' } as const

/** What is being done, step by step. */
export const stepWords = ['读取孩子和志愿者', '列出可以结对的组合', '求最优的一组', '写出理由和备选'] as const
/** Why nobody is proposed. */
export const unservedWords = { 'nobody-allowed': '范围内没有可以结对的志愿者', 'all-taken': '可以结对的志愿者名额都用在了别的孩子身上' } as const
