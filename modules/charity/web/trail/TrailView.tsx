import { Alert } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { ReadTrail } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { words } from '../words.ts'
import { CellTable } from './CellTable.tsx'
import { trailWords } from './words.ts'
import '../charity.css'

/** Where a gift went: what of it stands in which fund, what it paid for, what is left, whom it helped. */
export function TrailView({ trail }: { trail: ReadTrail }) {
  const texts = useWords(words)
  const own = useWords(trailWords)
  const worth = texts.yuan(formatYuan(trail.givenFen))
  const what = trail.item === null ? worth : `${trail.item} ${trail.quantity ?? ''}${trail.countedIn ?? ''} · ${worth}`
  return (
    <>
      <Sheet title={own.gift}>
        {trail.isRefunded && <Alert type="info" showIcon className="xh-gap" title={own.refunded} />}
        <Facts lines={[
          fact(texts.giftFormWords[trail.form], what), fact(own.received, trail.receivedOn), fact(own.holder, trail.holderName),
          trail.projectLabel !== null && fact(own.project, trail.projectLabel),
          ...trail.refunds.map(({ onDay, amountFen }) => fact(own.wentBack, own.wentBackOn(onDay, texts.yuan(formatYuan(amountFen))))),
          trail.refunds.length > 0 && fact(own.stillStands, texts.yuan(formatYuan(trail.amountFen))),
        ]} />
      </Sheet>
      {trail.form === 'money' && trail.funds.map(fund => <FundSheet key={fund.fundName} fund={fund} />)}
      {trail.form === 'goods' && <HandOutSheet trail={trail} />}
      <Sheet title={own.cells}>{trail.cells.length === 0 ? <p className="xh-secondary">{own.noCells}</p> : <CellTable cells={trail.cells} />}</Sheet>
      <RuleSheet asOf={trail.asOf} />
    </>
  )
}

/** How the figures were reckoned, for who wants to check them. */
export function RuleSheet({ asOf }: { asOf: string }) {
  const own = useWords(trailWords)
  return <Sheet title={own.rule}><p>{own.ruleText}</p><p className="xh-secondary">{own.asOf(asOf)}</p></Sheet>
}

function FundSheet({ fund }: { fund: ReadTrail['funds'][number] }) {
  const texts = useWords(words)
  const own = useWords(trailWords)
  return (
    <Sheet title={own.inFund(fund.fundName)}>
      <Facts lines={[
        fact(own.stands, texts.yuan(formatYuan(fund.amountFen))), fact(own.spent, texts.yuan(formatYuan(fund.amountFen - fund.leftFen))),
        fact(own.left, texts.yuan(formatYuan(fund.leftFen))),
      ]} />
      {fund.parts.length === 0 ? <p className="xh-secondary">{own.noSpending}</p> : (
        <div className="charity-table-room" role="region" tabIndex={0} aria-label={own.table}>
          <table className="charity-table">
            <thead><tr><th scope="col">{own.month}</th><th scope="col">{own.use}</th><th scope="col" className="charity-number">{own.amount}</th></tr></thead>
            <tbody>
              {fund.parts.map(({ month, costClass, projectLabel, amountFen }, at) => (
                <tr key={at}>
                  <td>{texts.month(month)}</td><td>{projectLabel ?? (costClass === null ? own.otherUse : texts.costClassWords[costClass])}</td>
                  <td className="charity-number">{formatYuan(amountFen)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Sheet>
  )
}

function HandOutSheet({ trail }: { trail: ReadTrail }) {
  const texts = useWords(words)
  const own = useWords(trailWords)
  if (trail.handOuts.length === 0) return <Sheet title={own.handOuts}><p className="xh-secondary">{own.noSpending}</p></Sheet>
  return (
    <Sheet title={own.handOuts}>
      <div className="charity-table-room" role="region" tabIndex={0} aria-label={own.table}>
        <table className="charity-table">
          <thead>
            <tr>
              <th scope="col">{own.month}</th><th scope="col" className="charity-number">{own.quantity}</th>
              <th scope="col" className="charity-number">{own.worth}</th>
            </tr>
          </thead>
          <tbody>
            {trail.handOuts.map(({ month, quantity, amountFen }) => (
              <tr key={month}>
                <td>{texts.month(month)}</td><td className="charity-number">{quantity}</td><td className="charity-number">{formatYuan(amountFen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  )
}
