/** Figures of the yearly report, in the order in which it tells them. */
export const complianceFigures = [
  { code: 'children-kept', group: '保存', name: '年末仍保存身份信息的未成年人', unit: '人' },
  { code: 'children-registered', group: '保存', name: '本年新登记', unit: '人' },
  { code: 'consents-service', group: '同意', name: '取得帮扶服务同意', unit: '份' },
  { code: 'consents-publication', group: '同意', name: '取得公开报道同意', unit: '份' },
  { code: 'consents-sharing', group: '同意', name: '取得信息共享同意', unit: '份' },
  { code: 'consents-withdrawn', group: '同意', name: '撤回同意', unit: '份' },
  { code: 'requests-approved', group: '查阅审批', name: '查阅申请获批准', unit: '次' },
  { code: 'requests-rejected', group: '查阅审批', name: '查阅申请未批准', unit: '次' },
  { code: 'requests-pending', group: '查阅审批', name: '查阅申请尚未审批', unit: '次' },
  { code: 'files-opened', group: '查阅', name: '打开档案', unit: '次' },
  { code: 'emergencies', group: '查阅', name: '紧急查阅', unit: '次' },
  { code: 'emergencies-rejected', group: '查阅', name: '其中复核不同意', unit: '次' },
  { code: 'unusual-found', group: '审查', name: '发现异常访问', unit: '件' },
  { code: 'unusual-judged', group: '审查', name: '其中已核实', unit: '件' },
  { code: 'unusual-unjustified', group: '审查', name: '其中不正当', unit: '件' },
  { code: 'exports', group: '导出', name: '导出名册、制作副本、打印登记表和走访单等', unit: '次' },
  { code: 'erasures', group: '删除', name: '删除身份信息', unit: '人' },
  { code: 'incidents', group: '安全事件', name: '信息安全事件', unit: '起' },
  { code: 'rights-requests', group: '权利请求', name: '收到权利请求', unit: '件' },
  { code: 'rights-in-time', group: '权利请求', name: '其中按期答复', unit: '件' },
  { code: 'rights-late', group: '权利请求', name: '其中逾期', unit: '件' },
  { code: 'rights-refused', group: '权利请求', name: '其中不予办理', unit: '件' },
] as const

/** Code of a figure of the report. */
export type ComplianceCode = (typeof complianceFigures)[number]['code']
/** The two ages that the law has reported apart; what names no child, or one of age since, stands under `other`. */
export type ComplianceBand = 'under-14' | '14-to-18' | 'other'

/** The age that a band of the card belongs to. */
export function complianceBandOf(ageBand: string | null): ComplianceBand {
  if (ageBand === '0-5' || ageBand === '6-13') return 'under-14'
  return ageBand === '14-15' || ageBand === '16-17' ? '14-to-18' : 'other'
}

/** Last day for handing in the report of a year. */
export const complianceDueOn = (year: number): string => `${year + 1}-01-31`

/** What the to-do of a year's report is known by, beside the unit that reports. */
export const complianceTask = (year: number): string => `compliance-${year}`

/** What holds the data safe, for the report; true of every installation of this program. */
export const safeguards = [
  '身份信息逐人加密保存，每名未成年人一把密钥，主密钥存放在数据库之外。',
  '列表、统计和导出只显示姓和年龄段；打开身份信息须经批准，限定用途、内容和期限。',
  '每次查看、打开、导出都记入不可改动的审计链，领导和各管理员没有打开权限。',
  '每周自动审查异常访问，紧急查阅即时通知负责人并限期复核。',
  '档案结束后锁定保存，期满销毁密钥删除身份信息，出具删除证明。',
] as const
