import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queries, type ReadOwnPage } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { words } from '../words.ts'
import { GiveOnline } from './GiveOnline.tsx'
import { OwnGifts } from './OwnGifts.tsx'
import { OwnOrders } from './OwnOrders.tsx'
import { OpenWishes, OwnClaims } from './OwnWishes.tsx'
import { ownWords } from './words.ts'

/** The page of a donor: gifts, use, receipts, agreements, reports, and wishes to claim. */
export default function OwnPage() {
  const own = useWords(ownWords)
  // While an order waits the page looks by itself whether it was paid.
  const asked = useQuery({ ...queries.getOwnPage.queryOptions({ input: {} }), refetchInterval: ({ state }) => (state.data?.orders.length ? 5000 : false) })
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  const { donor } = asked.data
  return (
    <Page title={own.title} lead={own.lead} width="text">
      {donor === null ? <Alert type="info" showIcon className="xh-gap" title={own.notLinked} /> : <Given page={asked.data} donor={donor} />}
      {asked.data.claims.length > 0 && <Sheet title={own.claims}><OwnClaims claims={asked.data.claims} /></Sheet>}
      <Sheet title={own.wishes}><OpenWishes page={asked.data} /></Sheet>
    </Page>
  )
}

function Given({ page, donor }: { page: ReadOwnPage; donor: NonNullable<ReadOwnPage['donor']> }) {
  const texts = useWords(words)
  const own = useWords(ownWords)
  return (
    <>
      <Sheet>
        <Facts lines={[
          fact(texts.donor, donor.label), donor.creditCode !== null && fact(own.code, donor.creditCode),
          fact(own.given, texts.yuan(formatYuan(donor.givenFen))),
          fact(texts.gifts, own.times(donor.giftCount)),
        ]} />
      </Sheet>
      <Sheet title={own.give}><GiveOnline page={page} /></Sheet>
      {page.orders.length > 0 && <Sheet title={own.orders}><OwnOrders orders={page.orders} /></Sheet>}
      <Sheet title={own.gifts}><OwnGifts /></Sheet>
      <Sheet title={own.agreements}><Agreements page={page} /></Sheet>
      <Sheet title={own.reports}><Reports page={page} /></Sheet>
    </>
  )
}

function Agreements({ page }: { page: ReadOwnPage }) {
  const texts = useWords(words)
  const own = useWords(ownWords)
  if (page.agreements.length === 0) return <p className="xh-secondary">{own.noAgreements}</p>
  return (
    <ul className="xh-cards">
      {page.agreements.map(({ id, kind, title, totalFen, arrivedFen, status, nextDueOn }) => (
        <li key={id}>
          <div className="xh-card-name">{title} · {texts.agreementKindWords[kind]} · {texts.agreementStatusWords[status]}</div>
          <p>
            {own.arrived(formatYuan(arrivedFen), formatYuan(totalFen))}
            {nextDueOn !== null && <> · {(nextDueOn < chinaToday() ? own.lateDue : own.nextDue)(nextDueOn)}</>}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Reports({ page: { reports, city } }: { page: ReadOwnPage }) {
  const own = useWords(ownWords)
  if (reports.length === 0) return <p className="xh-secondary">{own.noReports}</p>
  return (
    <ul className="xh-cards">
      {reports.map(({ kind, id, name }) => (
        <li key={id}>
          <div className="xh-card-name"><Link to={`/${kind === 'fund' ? 'open-funds' : 'open-campaigns'}/${String(city)}/${id}`}>{name}</Link></div>
          <p>{own[kind]}</p>
        </li>
      ))}
    </ul>
  )
}
