import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queries, type ReadFund } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { words } from '../words.ts'
import { CellTable } from './CellTable.tsx'
import { saveDataSet } from './data-set.ts'
import { FundCharts } from './FundCharts.tsx'
import { OpenFrame } from './OpenFrame.tsx'
import { OpenProblem } from './OpenProblem.tsx'
import { RuleSheet } from './TrailView.tsx'
import { trailWords } from './words.ts'
import '../charity.css'

/** One fund with income, spending and whom it helped, for everybody. */
export default function OpenFundPage() {
  const own = useWords(trailWords)
  const { city = '', id = '' } = useParams({ strict: false }) as { city?: string; id?: string }
  const asked = useQuery(queries.getOpenFund.queryOptions({ input: { id, city: Number(city) } }))
  const back = { to: `/open-funds/${city}`, label: own.openFunds }
  if (hasNothingToShow(asked)) return <OpenFrame back={back}><OpenProblem problem={asked.error} onRetry={() => void asked.refetch()} /></OpenFrame>
  if (asked.data === undefined) return <OpenFrame back={back}><Skeleton active /></OpenFrame>
  return <OpenFrame back={back}><ShownPage fund={asked.data} /></OpenFrame>
}

function ShownPage({ fund }: { fund: ReadFund }) {
  const texts = useWords(words)
  const own = useWords(trailWords)
  return (
    <Page title={fund.name} lead={fund.words} actions={<Button onClick={() => saveDataSet(fund, own)}>{own.download}</Button>}>
      <Sheet>
        <Facts lines={[
          fund.openingFen !== 0 && fact(own.opening, texts.yuan(formatYuan(fund.openingFen))),
          fact(own.income, texts.yuan(formatYuan(fund.incomeFen))), fact(own.spending, texts.yuan(formatYuan(fund.spentFen))),
          fact(own.balance, texts.yuan(formatYuan(fund.leftFen))), fact(own.holder, fund.holderName), fact(own.published, fund.publishedOn),
        ]} />
        <p className="xh-secondary">{own.fundLead}</p>
      </Sheet>
      <Sheet title={own.byMonth}><FundCharts fund={fund} /><MonthTable fund={fund} /></Sheet>
      <Sheet title={own.cells}>{fund.cells.length === 0 ? <p className="xh-secondary">{own.noCells}</p> : <CellTable cells={fund.cells} />}</Sheet>
      <RuleSheet asOf={fund.asOf} />
    </Page>
  )
}

function MonthTable({ fund }: { fund: ReadFund }) {
  const texts = useWords(words)
  const own = useWords(trailWords)
  const heads = [own.fromGifts, own.other, own.spending]
  return (
    <div className="charity-table-room" role="region" tabIndex={0} aria-label={own.table}>
      <table className="charity-table">
        <thead><tr><th scope="col">{own.month}</th>{heads.map(head => <th key={head} scope="col" className="charity-number">{head}</th>)}</tr></thead>
        <tbody>
          {fund.months.map(({ month, giftsFen, otherFen, spentFen }) => (
            <tr key={month}>
              <td>{texts.month(month)}</td>
              {[giftsFen, otherFen, spentFen].map((amount, at) => <td key={at} className="charity-number">{formatYuan(amount)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      <table className="charity-table">
        <thead><tr><th scope="col">{own.byClass}</th><th scope="col" className="charity-number">{own.amount}</th></tr></thead>
        <tbody>
          {fund.byClass.map(({ costClass, amountFen }) => (
            <tr key={costClass ?? ''}>
              <td>{costClass === null ? own.otherUse : texts.costClassWords[costClass]}</td><td className="charity-number">{formatYuan(amountFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
