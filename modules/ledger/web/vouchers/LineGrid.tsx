import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useRef, type KeyboardEvent } from 'react'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { Side } from '../../contract.ts'
import { asksForFund, differenceOf, isAccountLike, totalOf, type DraftLine } from '../../rules/voucher-draft.ts'
import { queries, type ShownAccount, type ShownFund } from '../api.ts'
import type { DraftLines } from './use-draft-lines.ts'
import { voucherWords } from './words.ts'

/** The lines as accountants type them: Enter goes on, = balances, the difference runs along. */
export function LineGrid({ bookId, datedOn, lines }: { bookId: string; datedOn: string; lines: DraftLines }) {
  const own = useWords(voucherWords)
  const grid = useRef<HTMLTableElement>(null)
  const on = /^\d{4}-\d{2}-\d{2}$/.test(datedOn) ? { on: datedOn } : {}
  const accounts = useQuery(queries.listAccounts.queryOptions({ input: { bookId, ...on } })).data?.items ?? []
  const funds = useQuery(queries.listFunds.queryOptions({ input: { bookId } })).data?.items ?? []
  const projects = useQuery(queries.listProjectNames.queryOptions({ input: { bookId } })).data?.items ?? []
  const difference = differenceOf(lines.items)
  return (
    <>
      <table className="ledger-grid ledger-entry" ref={grid} onKeyDown={event => goOn(event, grid.current, lines)}>
        <thead><tr>
          <th scope="col">{own.memo}</th><th scope="col">{own.account}</th><th scope="col">{projects.length > 0 ? own.fundAndProject : own.fund}</th>
          <th scope="col" className="ledger-amount">{own.debit}</th>
          <th scope="col" className="ledger-amount">{own.credit}</th>
          <th scope="col"><span className="xh-visually-hidden">{own.removal}</span></th>
        </tr></thead>
        <tbody>{lines.items.map((line, at) => <LineRow key={line.key} {...{ line, at, lines, accounts, funds, projects }} />)}</tbody>
        <tfoot><tr>
          <th scope="row" colSpan={3}>{own.sum}</th><td className="ledger-amount">{formatYuan(totalOf(lines.items, 'debit'))}</td>
          <td className="ledger-amount">{formatYuan(totalOf(lines.items, 'credit'))}</td>
        </tr></tfoot>
      </table>
      <div className="ledger-foot">
        <Button onClick={lines.add}>{own.addLine}</Button>
        <output aria-live="polite" className={difference === 0 ? 'ledger-balanced' : 'ledger-red'}>
          {difference === 0 ? own.balanced : `${own.difference} ${formatYuan(difference)}`}
        </output>
      </div>
    </>
  )
}

type RowProps = {
  line: DraftLine; at: number; lines: DraftLines; accounts: readonly ShownAccount[]; funds: readonly ShownFund[]
  projects: readonly { id: string; label: string }[]
}

function LineRow({ line, at, lines, accounts, funds, projects }: RowProps) {
  const own = useWords(voucherWords)
  const account = accounts.find(({ id }) => id === line.accountId)
  const name = (what: string) => own.line(at + 1, what)
  const options = accounts.filter(({ isLeaf, closedOn }) => isLeaf && closedOn === null)
    .map(known => ({ value: known.id, label: `${known.code} ${known.name}`, account: known }))
  return (
    <tr>
      <td className="ledger-whole"><Input aria-label={name(own.memo)} value={line.memo} maxLength={100} placeholder={own.memo}
        onChange={event => lines.change(line.key, { memo: event.target.value })} /></td>
      <td className="ledger-whole"><Select
        aria-label={name(own.account)} value={line.accountId ?? null} options={options} placeholder={own.account} popupMatchSelectWidth={false}
        showSearch={{ filterOption: (text, option) => option !== undefined && isAccountLike(option.account, text) }}
        onChange={accountId => lines.change(line.key, { accountId: accountId ?? undefined })} /></td>
      <td className="ledger-whole">{account !== undefined && asksForFund(account.kind) && funds.length > 0 && (
        <Select
          aria-label={name(own.fund)} value={line.fundId ?? null} allowClear placeholder={own.fund} popupMatchSelectWidth={false}
          options={funds.filter(({ status }) => status === 'open').map(fund => ({ value: fund.id, label: `${fund.code} ${fund.name}` }))}
          onChange={fundId => lines.change(line.key, { fundId: fundId ?? undefined })} />
      )}
      {account !== undefined && projects.length > 0 && <ProjectChoice {...{ line, lines, projects }} label={name(own.project)} />}</td>
      <td><AmountCell {...{ line, lines }} side="debit" label={name(own.debit)} placeholder={own.debit} /></td>
      <td><AmountCell {...{ line, lines }} side="credit" label={name(own.credit)} placeholder={own.credit} /></td>
      <td><Button type="text" size="small" aria-label={own.removeLine(at + 1)} onClick={() => lines.remove(line.key)}>×</Button></td>
    </tr>
  )
}

type ProjectProps = Pick<RowProps, 'line' | 'lines' | 'projects'> & { label: string }

/** Project of a line, by typing a part of its name; one that ended meanwhile stays as it was. */
function ProjectChoice({ line, lines, projects, label }: ProjectProps) {
  const own = useWords(voucherWords)
  const known = projects.map(project => ({ value: project.id, label: project.label }))
  const isGone = line.projectId !== undefined && projects.every(({ id }) => id !== line.projectId)
  const options = isGone ? [{ value: line.projectId, label: own.projectEnded }, ...known] : known
  return (
    <Select
      aria-label={label} value={line.projectId ?? null} allowClear placeholder={own.project} popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }} options={options} onChange={projectId => lines.change(line.key, { projectId: projectId ?? undefined })} />
  )
}

type CellProps = { line: DraftLine; lines: DraftLines; side: Side; label: string; placeholder: string }

/** An amount; = balances the voucher, and typing into one column empties the other. */
function AmountCell({ line, lines, side, label, placeholder }: CellProps) {
  const other = side === 'debit' ? 'credit' : 'debit'
  return (
    <Input
      className="ledger-amount" aria-label={label} placeholder={placeholder} inputMode="decimal" maxLength={20} value={line[side]}
      onChange={event => lines.change(line.key, event.target.value === '' ? { [side]: '' } : { [side]: event.target.value, [other]: '' })}
      onKeyDown={event => {
        if (event.key !== '=') return
        event.preventDefault()
        lines.balance(line.key, side)
      }}
    />
  )
}

/** Enter goes to the next field; in the last one it adds a line. A list that is open keeps Enter for its choice. */
function goOn(event: KeyboardEvent<HTMLTableElement>, grid: HTMLTableElement | null, lines: DraftLines): void {
  const field = event.target
  if (event.key !== 'Enter' || grid === null || !(field instanceof HTMLInputElement) || field.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  const fields = [...grid.querySelectorAll<HTMLInputElement>('tbody input')]
  const next = fields[fields.indexOf(field) + 1]
  if (next === undefined) lines.add()
  // A line that was just added stands there a moment later.
  window.requestAnimationFrame(() => (next ?? [...grid.querySelectorAll<HTMLInputElement>('tbody tr:last-child input')][0])?.focus())
}
