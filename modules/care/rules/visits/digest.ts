import type { Digest } from '../../contract.ts'

/** What a message says of each number, in the order of a digest. */
const lines: readonly [Exclude<keyof Digest, 'fromOn' | 'untilOn'>, (count: number) => string][] = [
  ['made', (count) => `完成走访${count}次`], ['overdue', (count) => `走访逾期${count}件`], ['inVain', (count) => `连续两次未见到${count}件`],
  ['reviewsDue', (count) => `方案待回访${count}个`], ['plansWaiting', (count) => `方案待审批${count}个`],
  ['overridesWaiting', (count) => `颜色调整待审批${count}件`], ['commentsUnread', (count) => `留言未读${count}条`],
  ['clearancesExpiring', (count) => `准入查询30天内到期${count}人`],
]

/** The numbers that are not nought, each in a few words; nothing at all where nothing happened and nothing waits. */
export const digestLines = (digest: Digest): string[] => lines.flatMap(([key, words]) => (digest[key] === 0 ? [] : [words(digest[key])]))
