import type { Source } from './sources.ts'
import { addDays, addMonths, addYears, firstOfMonth, type LocalDate } from '#platform/values/local-date.ts'

/** How long a kind of record is kept. */
export type RetentionRule = {
  record: string
  name: string
  /** In words, as people read it. */
  keeps: string
  /** What happens then. */
  after: string
  source: string
  /** How well the source is known. */
  certainty: Source['certainty']
  version: number
  validFrom: LocalDate
}

/** How long each kind of record is kept, dated, with its source; a change is a new line with a higher version. */
export const retentionRules: readonly RetentionRule[] = [
  {
    record: 'child-file', name: '儿童档案（身份信息、监护人、健康）', keeps: '结束档案后锁定，至年满十八周岁和结束档案两者较晚之日起满三年（年数可由城市另定）',
    after: '列入应删除清单，由未成年人信息负责人删除身份信息，数字照常保留', source: '《个人信息保护法》第十九条、第四十七条', certainty: 'read',
    version: 1, validFrom: '2020-01-01',
  },
  {
    record: 'care-note', name: '走访内容、方案、个案记录', keeps: '与所属儿童档案相同', after: '随儿童档案的密钥一并失效', source: '《个人信息保护法》第四十七条', certainty: 'read', version: 1,
    validFrom: '2020-01-01',
  },
  {
    record: 'rights-request', name: '权利请求及答复', keeps: '内容与所属儿童档案相同；类别、日期、结果长期保留', after: '内容随密钥失效', source: '《个人信息保护法》第五十条', certainty: 'read', version: 1,
    validFrom: '2020-01-01',
  },
  {
    record: 'consent', name: '知情同意和签字扫描件', keeps: '与所属儿童档案相同；种类、起止和撤回日期长期保留', after: '扫描件从磁盘删除，随密钥失效',
    source: '《个人信息保护法》第十四条、第十五条、第四十七条', certainty: 'read', version: 1, validFrom: '2020-01-01',
  },
  {
    record: 'referral', name: '转介和随转介提供的内容', keeps: '提供的内容到期（每次约定的天数）关闭；其余与所属儿童档案相同', after: '双方的密钥一并失效，件数照常保留',
    source: '《个人信息保护法》第十九条、第二十三条、第四十七条；天数由发出单位每次选定', certainty: 'read', version: 1, validFrom: '2020-01-01',
  },
  {
    record: 'aid', name: '需求、帮扶、微心愿', keeps: '写下的内容与所属儿童档案相同；谁出了多少、给了什么长期保留', after: '内容随密钥失效；微心愿从墙上撤下',
    source: '《个人信息保护法》第十九条、第四十七条', certainty: 'read', version: 1, validFrom: '2020-01-01',
  },
  {
    record: 'phone-letter', name: '手机来件', keeps: '记录成功即不再保留内容；未记录的保留90天（天数可由城市另定）', after: '内容删除，只留处理结果', source: '《个人信息保护法》第十九条；天数为平台默认值',
    certainty: 'read', version: 1, validFrom: '2020-01-01',
  },
  {
    record: 'mandatory-report', name: '强制报告', keeps: '长期保留，不随儿童档案删除（可能作为案件证据）；只有指定的人能打开', after: '不自动删除；办案机关要求删除或封存的，由未成年人信息负责人办理',
    source: '《未成年人保护法》第十一条没有规定保存年限；平台默认，使用前请由法制人员确认', certainty: 'own', version: 1, validFrom: '2020-01-01',
  },
  {
    record: 'audit', name: '查阅与处理记录（审计）', keeps: '长期保留，至少三年', after: '不删除；其中加密的个人内容随密钥失效', source: '《个人信息保护法》第五十六条；《网络安全法》第二十三条（2026年前为第二十一条；日志不少于六个月）',
    certainty: 'read', version: 1, validFrom: '2020-01-01',
  },
  {
    record: 'incident', name: '信息安全事件、异常访问、合规报告', keeps: '长期保留，至少三年', after: '不含儿童身份，不删除', source: '《个人信息保护法》第五十六条', certainty: 'read', version: 1,
    validFrom: '2020-01-01',
  },
]

/** The version of the rule for files of children that holds on a day. */
export const childFileVersion = (day: LocalDate): number =>
  retentionRules.findLast(({ record, validFrom }) => record === 'child-file' && validFrom <= day)?.version ?? 1

/** Last day on which a closed file is kept: so many years after the later of adulthood and closing, to the end of the month. */
export function keepUntil({ adultOn, closedOn }: { adultOn: LocalDate; closedOn: LocalDate }, keepYears: number): LocalDate {
  const later = adultOn > closedOn ? adultOn : closedOn
  return addDays(firstOfMonth(addMonths(addYears(later, keepYears), 1)), -1)
}

/** From the day after the last one a file is due for erasure. */
export const isDueForErasure = (retention: { keepUntil: LocalDate }, today: LocalDate): boolean => retention.keepUntil < today
