import type { BookSheet, SheetColumn } from '#platform/documents/paper/book-pages.ts'
import type { Context } from '#platform/http/context.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { Voucher } from '../../contract.ts'
import { listPostedIds, type OpenPart } from '../../queries/archives/archive-rows.ts'
import { getGeneralLedger } from '../../queries/statements/get-general-ledger.ts'
import { getTrialBalance } from '../../queries/statements/get-trial-balance.ts'
import { listDetails } from '../../queries/statements/list-details.ts'
import { getVoucher } from '../../queries/vouchers/get-voucher.ts'
import { columnFen, columnTotal } from '../../rules/dimensions.ts'
import { tableSheet } from '../statements/files.ts'
import { detailCells, detailColumns, generalTable, monthText, trialTable } from '../statements/tables.ts'

type Of = { bookId: string; month: number }

/** What stands on the pages of a file of an archive. */
export async function sheetsOf(context: Context, of: Of, part: OpenPart): Promise<BookSheet[]> {
  switch (part.kind) {
    case 'vouchers': return voucherSheets(context, of, part)
    case 'trial-balance': return [tableSheet(trialTable(await getTrialBalance(context, of)))]
    case 'general-ledger': return [tableSheet(generalTable(await ledgerUntil(context, of)))]
    case 'details': return detailSheets(context, of, part)
  }
}

const voucherColumns: SheetColumn[] = [
  { title: '摘要', share: 30 }, { title: '科目', share: 34 }, { title: '资金和项目', share: 24 }, { title: '借方', share: 17, isAmount: true },
  { title: '贷方', share: 17, isAmount: true },
]

async function voucherSheets(context: Context, of: Of, { fromNumber, untilNumber }: OpenPart): Promise<BookSheet[]> {
  const sheets: BookSheet[] = []
  for (const id of await listPostedIds(context, { ...of, fromNumber: fromNumber ?? 0, untilNumber: untilNumber ?? 0 })) {
    sheets.push(voucherSheet(await getVoucher(context, { id })))
  }
  return sheets
}

/** A voucher as it stands on half a page. */
function voucherSheet(voucher: Voucher): BookSheet {
  const total = (side: 'debit' | 'credit') => formatYuan(columnTotal(voucher.lines, side))
  return {
    title: '记账凭证', above: [voucher.bookName, voucher.datedOn, `记字第 ${voucher.number ?? ''} 号`, `附单据 ${voucher.paperCount} 张`], columns: voucherColumns,
    rows: voucher.lines.map((line) => [
      line.memo, `${line.accountCode} ${line.accountName}`, [line.fundName, line.projectLabel].filter((text) => text !== null).join(' '),
      line.side === 'debit' ? formatYuan(columnFen(line)) : '', line.side === 'credit' ? formatYuan(columnFen(line)) : '',
    ]),
    total: ['合计', '', '', total('debit'), total('credit')],
    below: [`制单：${voucher.madeName}`, `审核：${voucher.reviewedName ?? ''}`, `记账：${voucher.postedName ?? ''}`],
  }
}

/** The 总账 of the year up to the month. */
async function ledgerUntil(context: Context, { bookId, month }: Of) {
  const ledger = await getGeneralLedger(context, { bookId, year: Math.floor(month / 100) })
  return { ...ledger, accounts: ledger.accounts.map((account) => ({ ...account, months: account.months.filter((did) => did.month <= month) })) }
}

const most = 500

async function detailSheets(context: Context, { bookId, month }: Of, { accountIds }: OpenPart): Promise<BookSheet[]> {
  const sheets: BookSheet[] = []
  for (const accountId of accountIds) {
    const wish = { bookId, accountId, fromMonth: month, untilMonth: month, limit: most }
    let page = await listDetails(context, wish)
    const { openingFen, closingFen, code, name } = page
    const rows: Record<string, unknown>[] = [{ memo: '期初余额', balanceFen: openingFen }, ...page.items.map(detailCells)]
    while (page.next !== null) {
      page = await listDetails(context, { ...wish, after: page.next })
      rows.push(...page.items.map(detailCells))
    }
    const table = { title: `明细账　${code} ${name}`, note: `${monthText(month)}　单位：元`, columns: detailColumns, rows }
    sheets.push({ ...tableSheet(table), total: detailColumns.map(({ key }) => (key === 'memo' ? '期末余额' : key === 'balanceFen' ? formatYuan(closingFen) : '')) })
  }
  return sheets
}
