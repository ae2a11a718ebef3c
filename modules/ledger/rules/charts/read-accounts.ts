import type { AccountKind, CostClass, Duty, Side } from '../../contract.ts'

/** What a column of a chart in a workbook is called, and by which other names it goes. */
export const chartColumns = [
  { key: 'code', title: '科目编号', synonyms: ['科目编码', '科目代码', '编号', '编码', '代码'], required: true, example: '1001' },
  { key: 'name', title: '科目名称', synonyms: ['名称', '会计科目'], required: true, example: '库存现金' },
  { key: 'kind', title: '类别', synonyms: ['科目类别', '科目类型', '类型'], required: true, example: '资产' },
  { key: 'side', title: '余额方向', synonyms: ['方向', '借贷方向', '科目方向'], required: true, example: '借' },
  { key: 'parent', title: '上级编号', synonyms: ['上级科目', '上级科目编号', '上级编码'], required: false, example: '' },
  { key: 'duty', title: '用途', synonyms: ['科目用途'], required: false, example: '现金' },
  { key: 'costClass', title: '费用类别', synonyms: ['费用分类'], required: false, example: '' },
  { key: 'formCode', title: '报表编号', synonyms: ['报表科目', '报表口径编号'], required: false, example: '' },
]
/** A column of a chart in a workbook. */
export type ChartColumn = 'code' | 'name' | 'kind' | 'side' | 'parent' | 'duty' | 'costClass' | 'formCode'
/** A row below the headings, as texts by column. */
export type ChartRow = { rowNumber: number; values: Readonly<Record<string, string>> }
/** An account as a workbook says it. */
export type NewChartAccount = {
  code: string; name: string; kind: AccountKind; side: Side; parentCode: string | null; duty: Duty | null; costClass: CostClass | null
  formCode: string | null; isLeaf: boolean
}
/** What is wrong with a cell; without key the whole table is meant. */
export type RowProblem = { rowNumber: number; key?: ChartColumn; message: string }

const kinds = new Map<string, AccountKind>([['资产', 'asset'], ['负债', 'liability'], ['净资产', 'net-asset'], ['收入', 'income'], ['费用', 'cost']])
const sides = new Map<string, Side>([['借', 'debit'], ['贷', 'credit']])
const duties = new Map<string, Duty>([['现金', 'cash'], ['银行', 'bank'], ['非限定', 'unrestricted'], ['限定', 'restricted']])
const classes = new Map<string, CostClass>([
  ['慈善活动支出', 'charity'], ['业务活动成本', 'charity'], ['管理费用', 'administration'], ['筹资费用', 'fundraising'], ['其他费用', 'other'],
])
/** Names that say by themselves what an account is for. */
const dutyNames = new Map<string, Duty>([
  ['现金', 'cash'], ['库存现金', 'cash'], ['银行存款', 'bank'], ['非限定性净资产', 'unrestricted'], ['限定性净资产', 'restricted'],
])
/** Kind an account of a duty has. */
const kindOfDuty: Record<Duty, AccountKind> = { cash: 'asset', bank: 'asset', unrestricted: 'net-asset', restricted: 'net-asset' }

/** Reads a chart row by row; every problem names its cell. Accounts are of use only where there is none. */
export function readChart(rows: readonly ChartRow[]): { accounts: NewChartAccount[]; problems: RowProblem[] } {
  const read = rows.map((row) => ({ rowNumber: row.rowNumber, ...readRow(row) }))
  const parents = new Set(read.flatMap(({ account }) => account.parentCode ?? []))
  const byCode = new Map(read.map(({ account }) => [account.code, account]))
  const accounts = read.map(({ account }) => inherited(account, byCode, parents))
  const problems = [
    ...read.flatMap((row, index) => [...row.problems, ...beside(row, { before: read.slice(0, index), byCode })]),
    ...read.flatMap(({ rowNumber }, index) => lateProblems(rowNumber, accounts[index])), ...wanting(accounts, rows[0]?.rowNumber ?? 1),
  ]
  return { accounts, problems: problems.toSorted((one, other) => one.rowNumber - other.rowNumber) }
}

function readRow({ rowNumber, values }: ChartRow): { account: NewChartAccount; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const text = (key: ChartColumn) => (values[key] ?? '').trim()
  const bad = (key: ChartColumn, message: string) => { problems.push({ rowNumber, key, message }) }
  const oneOf = <T>(key: ChartColumn, known: ReadonlyMap<string, T>): T | null => {
    const found = known.get(text(key))
    if (text(key) !== '' && found === undefined) bad(key, `请填${[...known.keys()].join('、')}`)
    return found ?? null
  }
  const [code, name] = [text('code'), text('name')]
  if (!/^\d{4,14}$/.test(code)) bad('code', '科目编号是4到14位数字')
  if (name === '' || name.length > 40) bad('name', name === '' ? '请填科目名称' : '名称最多40个字')
  if (text('kind') === '') bad('kind', `请填${[...kinds.keys()].join('、')}`)
  if (text('side') === '') bad('side', '请填借或贷')
  if (text('formCode') !== '' && !/^\d{4,14}$/.test(text('formCode'))) bad('formCode', '报表编号是4到14位数字')
  const account = {
    code, name, kind: oneOf('kind', kinds) ?? 'asset', side: oneOf('side', sides) ?? 'debit', parentCode: text('parent') || null,
    duty: oneOf('duty', duties) ?? dutyNames.get(name) ?? null, costClass: oneOf('costClass', classes) ?? classes.get(name) ?? null,
    formCode: text('formCode') || null, isLeaf: true,
  }
  return { account, problems }
}

type Read = { rowNumber: number; account: NewChartAccount }

/** What is wrong with a row beside the others. */
function beside({ rowNumber, account }: Read, { before, byCode }: { before: readonly Read[]; byCode: ReadonlyMap<string, NewChartAccount> }): RowProblem[] {
  const first = before.find((other) => other.account.code === account.code && account.code !== '')
  if (first !== undefined) return [{ rowNumber, key: 'code', message: `和第${first.rowNumber}行的编号相同` }]
  if (account.parentCode === null) return []
  const parent = byCode.get(account.parentCode)
  if (parent === undefined) return [{ rowNumber, key: 'parent', message: '表中没有这个上级编号' }]
  if (!account.code.startsWith(parent.code) || account.code.length <= parent.code.length) {
    return [{ rowNumber, key: 'parent', message: '编号要以上级编号开头，并且更长' }]
  }
  return parent.kind === account.kind ? [] : [{ rowNumber, key: 'kind', message: '类别要和上级科目一致' }]
}

/** An account with what it takes over from those above it. */
function inherited(account: NewChartAccount, byCode: ReadonlyMap<string, NewChartAccount>, parents: ReadonlySet<string>): NewChartAccount {
  const above: NewChartAccount[] = []
  for (let code = account.parentCode; code !== null && above.length < 10;) {
    const parent = byCode.get(code)
    if (parent === undefined) break
    above.push(parent)
    code = parent.parentCode
  }
  const nearest = <T>(of: (one: NewChartAccount) => T | null): T | null => [account, ...above].map(of).find((value) => value !== null) ?? null
  return {
    ...account, duty: nearest(({ duty }) => duty), costClass: account.kind === 'cost' ? nearest(({ costClass }) => costClass) : null,
    formCode: nearest(({ formCode }) => formCode), isLeaf: !parents.has(account.code),
  }
}

function lateProblems(rowNumber: number, account: NewChartAccount | undefined): RowProblem[] {
  if (account === undefined) return []
  const problems: RowProblem[] = []
  if (account.kind === 'cost' && account.costClass === null) problems.push({ rowNumber, key: 'costClass', message: '费用科目要填费用类别' })
  if (account.duty !== null && kindOfDuty[account.duty] !== account.kind) problems.push({ rowNumber, key: 'duty', message: '用途和类别不相符' })
  return problems
}

/** Accounts a chart cannot do without: closings post to both kinds of net assets. */
function wanting(accounts: readonly NewChartAccount[], rowNumber: number): RowProblem[] {
  const names: Record<Duty, string> = { cash: '现金', bank: '银行存款', unrestricted: '非限定性净资产', restricted: '限定性净资产' }
  return (Object.keys(names) as Duty[]).filter((duty) => accounts.every((account) => account.duty !== duty))
    .map((duty) => ({ rowNumber, message: `表中没有${names[duty]}科目，请加上，或在“用途”一列指明` }))
}
