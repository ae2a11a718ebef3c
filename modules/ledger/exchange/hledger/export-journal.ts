import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id, line } from '#platform/contract/fields.ts'
import type { Context } from '#platform/http/context.ts'
import { download } from '#platform/http/module.ts'
import { mustReadBooks } from '../../access.ts'
import { year, type AccountKind } from '../../contract.ts'
import { loadBook } from '../../queries/load-book.ts'
import { readTreeAccounts, type TreeAccount } from '../../queries/statements/accounts-of-book.ts'
import { findBookCalled } from '../../queries/statements/find-book.ts'
import { readAccountSums } from '../../queries/statements/get-trial-balance.ts'
import { readJournals, type WholeJournal } from '../../queries/statements/read-journals.ts'
import { accountPath, harmless, plainTransaction, type PlainPosting } from './plain-text.ts'

const Query = z.object({
  bookId: id.optional(),
  /** Id or whole name, where somebody types it. */
  book: line(60).optional(), year, format: z.enum(['hledger']).default('hledger'),
})

/** A year of a set of books as a plain-text journal, which hledger and ledger both read. */
export const exportJournal = download({
  path: '/ledger-journal', operationId: 'exportJournal', summary: '导出纯文本账（hledger、ledger 可核对）', query: Query,
  run: async (context, query) => {
    mustReadBooks(context.actor)
    const book = await loadBook(context, await findBookCalled(context, query.bookId ?? query.book ?? ''))
    await recordAudit(context, {
      verb: 'statement.exported', subjectKind: 'book', subjectId: book.id, scopeCode: book.scopeCode,
      details: { table: 'journal', year: query.year, format: query.format },
    })
    return {
      fileName: `${book.name}${query.year}.journal`, contentType: 'text/plain; charset=utf-8',
      body: bytesOf(plainJournal(context, { ...book, year: query.year })),
    }
  },
})

async function* bytesOf(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const text of texts) yield encoder.encode(text)
}

/** Said beforehand, so that both programs also find nothing at their strictest: hledger --strict, ledger --pedantic. */
const declared = `commodity CNY\n    format 1000.00 CNY\n\n${
  ['journal', 'kind', 'reverses', 'fund', 'restriction', 'project'].map((tag) => `tag ${tag}\n`).join('')
}\n`

async function* plainJournal(context: Context, { id, name, year: of }: { id: string; name: string; year: number }): AsyncGenerator<string> {
  const paths = pathsOf(await readTreeAccounts(context, id))
  yield `; ${harmless(name)} ${of}\n; hledger -f FILE balance --flat   ledger -f FILE balance --flat\n\n${declared}`
  yield* [...paths.values()].map((path) => `account ${path}\n`)
  yield '\n'
  const held = await readAccountSums(context, { bookId: id, month: (of - 1) * 100 + 12 })
  const opening = [...held].flatMap(([accountId, { closingFen }]): PlainPosting[] =>
    closingFen === 0 ? [] : [{ account: paths.get(accountId) ?? '', amountFen: closingFen, notes: [] }])
  if (opening.length > 0) yield plainTransaction({ datedOn: `${of}-01-01`, code: null, description: '上年结转余额', notes: [], postings: opening })
  for await (const journal of readJournals(context, { bookId: id, year: of })) yield transactionOf(journal, paths)
}

function transactionOf(journal: WholeJournal, paths: ReadonlyMap<string, string>): string {
  return plainTransaction({
    datedOn: journal.datedOn, description: journal.memo, code: journal.voucherNumber === null ? null : `记-${journal.month % 100}-${journal.voucherNumber}`,
    notes: [['journal', journal.id], ['kind', journal.kind], ...(journal.reversesId === null ? [] : [['reverses', journal.reversesId] as const])],
    postings: journal.postings.map(({ accountId, amountFen, fund, restriction, projectLabel }) => ({
      account: paths.get(accountId) ?? '', amountFen,
      notes: [...(fund === null ? [] : [['fund', fund] as const]), ...(restriction === 'none' ? [] : [['restriction', restriction] as const]),
        ...(projectLabel === null ? [] : [['project', projectLabel] as const])],
    })),
  })
}

/** Name of each account, with those above it. Accounts of an older chart with the same numbers have names of their own by what they are called. */
function pathsOf(accounts: readonly TreeAccount[]): Map<string, string> {
  const byId = new Map(accounts.map((account) => [account.accountId, account]))
  const pathOf = ({ parentId, code, name }: TreeAccount): { code: string; name: string }[] => {
    const parent = parentId === null ? undefined : byId.get(parentId)
    return [...(parent === undefined ? [] : pathOf(parent)), { code, name }]
  }
  return new Map(accounts.map((account) => [account.accountId, accountPath(account.kind satisfies AccountKind, pathOf(account))]))
}
