import type { LocalDate } from '#platform/values/local-date.ts'

/** A fund of the demo foundation. */
export type PlannedFund = { code: string; name: string; purpose: string | null }
/** Funds of the demo foundation: one anybody may use, two for a purpose. */
export const plannedFunds: readonly PlannedFund[] = [
  { code: '01', name: '日常运行资金', purpose: null }, { code: '02', name: '助学资金', purpose: '资助困境儿童上学' }, { code: '03', name: '暖冬资金', purpose: '冬季取暖和衣物' },
]

/** One line: number of the account, amount in fen (debit positive), code of the fund. */
export type PlannedLine = { code: string; fen: number; fund: string | null }
/** A voucher of the demo foundation. */
export type PlannedVoucher = {
  datedOn: LocalDate; memo: string; papers: number; lines: readonly PlannedLine[]
  status: 'posted' | 'reviewed' | 'submitted' | 'draft'; kind: 'ordinary' | 'opening'
}

/** Money in, money out, in yuan; the same every month but for a little. */
const monthly = [
  { day: '05', memo: '收到企业捐款（助学）', debit: '1002', credit: '4101', fund: '02', yuan: 30_000 },
  { day: '08', memo: '收到个人捐款', debit: '1002', credit: '4101', fund: '01', yuan: 8_600 },
  { day: '12', memo: '发放助学金', debit: '5101', credit: '1002', fund: '02', yuan: 21_000 },
  { day: '16', memo: '收到暖冬行动捐款', debit: '1002', credit: '4101', fund: '03', yuan: 12_000 },
  { day: '18', memo: '购买冬衣', debit: '5101', credit: '1002', fund: '03', yuan: 9_800 },
  { day: '20', memo: '办公用品', debit: '5201', credit: '1001', fund: '01', yuan: 460 },
  { day: '22', memo: '提取备用金', debit: '1001', credit: '1002', fund: null, yuan: 1_000 },
  { day: '25', memo: '银行手续费', debit: '5301', credit: '1002', fund: '01', yuan: 35 },
] as const

const nextMonth = (month: number): number => (month % 100 === 12 ? month + 89 : month + 1)

/** Months from January of the year of a day to its own, or those since July of the year before where these are fewer than three. */
export function plannedMonths(today: LocalDate): number[] {
  const year = Number(today.slice(0, 4))
  const last = year * 100 + Number(today.slice(5, 7))
  const months: number[] = []
  for (let month = last % 100 < 3 ? (year - 1) * 100 + 7 : year * 100 + 1; month <= last; month = nextMonth(month)) months.push(month)
  return months
}

/** Vouchers of a month. In the last one some wait: to be posted, to be reviewed, to be finished. What lies after today is left out. */
export function plannedVouchers(month: number, { at, isLast, today }: { at: number; isLast: boolean; today: LocalDate }): PlannedVoucher[] {
  const prefix = `${String(month).slice(0, 4)}-${String(month).slice(4)}-`
  const opening: PlannedVoucher[] = at > 0 ? [] : [{
    datedOn: `${prefix}01`, memo: '期初余额', papers: 0, status: 'posted', kind: 'opening',
    lines: [{ code: '1001', fen: 500_000, fund: null }, { code: '1002', fen: 80_000_000, fund: null }, { code: '1501', fen: 6_000_000, fund: null },
      { code: '3101', fen: -66_500_000, fund: '01' }, { code: '3102', fen: -20_000_000, fund: '02' }],
  }]
  const usual = monthly.map(({ day, memo, debit, credit, fund, yuan }, index): PlannedVoucher => {
    const fen = (yuan + ((at * 7 + index * 3) % 11) * 10) * 100
    const ofFund = (code: string) => (code.startsWith('4') || code.startsWith('5') ? fund : null)
    return {
      datedOn: `${prefix}${day}`, memo, papers: 1 + (index % 3), kind: 'ordinary', status: 'posted',
      lines: [{ code: debit, fen, fund: ofFund(debit) }, { code: credit, fen: -fen, fund: ofFund(credit) }],
    }
  }).filter(({ datedOn }) => datedOn <= today)
  const waiting = ['draft', 'submitted', 'reviewed'] as const
  return [...opening, ...usual.map((voucher, index) => (isLast && index >= usual.length - 3 ? { ...voucher,
    status: waiting[usual.length - 1 - index] ?? 'draft' } : voucher))]
}
