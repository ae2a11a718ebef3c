import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { ChartChange, OldAccount, OldBalance } from '../../contract.ts'
import { restFen } from '../../rules/charts/conversion.ts'
import { TableRoom } from '../TableRoom.tsx'
import { client, useChanged } from '../api.ts'
import { words } from '../words.ts'
import { SplitDialog } from './SplitDialog.tsx'
import { chartWords } from './words.ts'

type Of = { bookId: string; change: ChartChange }

/** What each old account becomes; a balance may be divided by hand. */
export function MappingSheet({ bookId, change }: Of) {
  const own = useWords(chartWords)
  const [isShort, setShort] = useState(true)
  const [splitting, setSplitting] = useState<OldBalance>()
  // Income and cost are carried over with the year: they hold nothing that could go anywhere.
  const shown = change.old.filter(({ kind, isUsed, balanceFen }) => !isShort || balanceFen !== 0 || (isUsed && kind !== 'income' && kind !== 'cost'))
  return (
    <Sheet title={own.mapping}>
      <Checkbox checked={isShort} onChange={event => setShort(event.target.checked)}>{own.onlyHeld}</Checkbox>
      {shown.length === 0 ? <p>{own.none}</p> : (
        <TableRoom label={own.mapping}>
          <table className="ledger-grid">
            <thead><tr>
              <th scope="col">{own.old}</th><th scope="col" className="ledger-amount">{own.balance}</th><th scope="col">{own.next}</th>
            </tr></thead>
            <tbody>{shown.map(account => <AccountRows key={account.id} {...{ bookId, change, account }} onSplit={setSplitting} />)}</tbody>
          </table>
        </TableRoom>
      )}
      {splitting !== undefined && <SplitDialog {...{ bookId, change }} balance={splitting} onClose={() => setSplitting(undefined)} />}
    </Sheet>
  )
}

type RowsProps = Of & { account: OldAccount; onSplit: (balance: OldBalance) => void }

function AccountRows({ bookId, change, account, onSplit }: RowsProps) {
  const balances = change.balances.filter(({ accountId }) => accountId === account.id)
  return (
    <>
      <tr>
        <th scope="row">{account.code} {account.name}</th><td className="ledger-amount"><Sided fen={account.balanceFen} /></td>
        <td><SuccessorChoice {...{ bookId, change, account }} /></td>
      </tr>
      {balances.map(balance => (
        <tr key={`${balance.fundId} ${balance.projectId}`}><BalanceCells {...{ change, balance, onSplit }} /></tr>
      ))}
    </>
  )
}

/** A balance as books write it: the side before the amount, never a sign. */
function Sided({ fen }: { fen: number }) {
  const { sides } = useWords(words)
  return <>{fen === 0 ? '' : `${fen > 0 ? sides.debit : sides.credit} `}{formatYuan(Math.abs(fen))}</>
}

/** A balance by fund, with its parts; one that is whole and stands alone says nothing the account did not. */
function BalanceCells({ change, balance, onSplit }: { change: ChartChange; balance: OldBalance; onSplit: (balance: OldBalance) => void }) {
  const own = useWords(chartWords)
  const kit = useWords()
  const nameOf = (id: string) => change.next.find(account => account.id === id)
  const parts = balance.parts.map(part => `${nameOf(part.accountId)?.code} ${nameOf(part.accountId)?.name} ${formatYuan(part.amountFen)}`)
  const rest = parts.length > 0 ? [`${own.rest} ${formatYuan(restFen(balance))}`] : []
  const name = [balance.fundName ?? own.noFund, balance.projectLabel].filter(text => text !== null).join(' ')
  return (
    <>
      <td className="xh-secondary ledger-below">{name}</td>
      <td className="ledger-amount xh-secondary"><Sided fen={balance.amountFen} /></td>
      <td>
        {kit.listed([...parts, ...rest])}
        {change.mayChange && (
          <Button size="small" type="link" aria-label={own.splitOf(`${balance.code} ${balance.name} ${name}`)} onClick={() => onSplit(balance)}>
            {own.split}
          </Button>
        )}
      </td>
    </>
  )
}

function SuccessorChoice({ bookId, change, account }: Of & { account: OldAccount }) {
  const own = useWords(chartWords)
  const changed = useChanged()
  const [problem, setProblem] = useState<string>()
  const fitting = change.next.filter(({ kind }) => kind === account.kind)
  const found = change.next.find(({ id }) => id === account.successorId)
  if (!change.mayChange) return <>{found === undefined ? '' : `${found.code} ${found.name}`}</>
  const choose = async (successorId: string | undefined) => {
    setProblem(undefined)
    await client.mapAccount({ bookId, chartId: change.chartId, accountId: account.id, successorId: successorId ?? null })
      .catch((error: unknown) => setProblem(toRefusal(error).message))
    await changed()
  }
  return (
    <>
      <Select
        aria-label={own.mapOf(`${account.code} ${account.name}`)} value={account.successorId} placeholder={own.choose} allowClear
        status={account.successorId === null && account.balanceFen !== 0 ? 'warning' : ''} popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }} options={fitting.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        onChange={chosen => void choose(chosen ?? undefined)}
      />
      {problem !== undefined && <div role="alert" className="ledger-red">{problem}</div>}
    </>
  )
}
