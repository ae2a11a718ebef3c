import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queries, type ReadAgreement } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { AgreementTag, GiftTag } from '../Tags.tsx'
import { PartyFinding } from '../PartyFinding.tsx'
import { partyWords } from '../party-words.ts'
import { words } from '../words.ts'
import { AgreementActs } from './AgreementActs.tsx'
import { agreementWords } from './words.ts'

/** One agreement: what was promised, what came of each instalment. */
export default function AgreementPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getAgreement.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  return <ShownPage agreement={asked.data} />
}

function ShownPage({ agreement }: { agreement: ReadAgreement }) {
  const texts = useWords(words)
  const own = useWords(agreementWords)
  const parties = useWords(partyWords)
  const money = (fen: number) => texts.yuan(formatYuan(fen))
  const { donorId, donorLabel, endedOn, endReason, gifts } = agreement
  return (
    <Page
      title={agreement.title} lead={<AgreementTag status={agreement.status} />} back={{ to: `/donors/${donorId}`, label: donorLabel }}
      actions={<AgreementActs agreement={agreement} />}
    >
      <Sheet>
        <Facts lines={[
          fact(texts.kind, texts.agreementKindWords[agreement.kind]), fact(texts.donor, donorLabel), fact(own.signedOn, agreement.signedOn),
          fact(own.total, money(agreement.totalFen)), fact(own.arrived, money(agreement.arrivedFen)),
          agreement.overdueFen > 0 && fact(own.overdue, money(agreement.overdueFen)), fact(texts.fund, agreement.fundName), fact(own.book, agreement.bookName),
          agreement.partyCheck !== null && fact(parties.title, <PartyFinding check={agreement.partyCheck} />),
          fact(own.purpose, agreement.purpose), endedOn !== null && fact(own.endedOn, endedOn), endReason !== null && fact(own.endReason, endReason),
        ]} />
      </Sheet>
      <Sheet title={own.instalments}><InstalmentCards agreement={agreement} /></Sheet>
      <Sheet title={own.giftsOf}>
        {gifts.length === 0 ? <p className="xh-secondary">{own.noGifts}</p> : (
          <ul className="xh-cards">
            {gifts.map(({ id, seq, amountFen, status, receivedOn }) => (
              <li key={id}>
                <div className="xh-card-name"><Link to={`/gifts/${id}`}>{own.seq(seq)} · {money(amountFen)}</Link></div>
                <p><GiftTag status={status} /> {receivedOn}</p>
              </li>
            ))}
          </ul>
        )}
      </Sheet>
    </Page>
  )
}

function InstalmentCards({ agreement }: { agreement: ReadAgreement }) {
  const texts = useWords(words)
  const own = useWords(agreementWords)
  return (
    <ul className="xh-cards">
      {agreement.instalments.map(({ seq, dueOn, amountFen, arrivedFen, isMet, isOverdue }) => (
        <li key={seq}>
          <div className="xh-card-name">{own.seq(seq)} · {dueOn} · {texts.yuan(formatYuan(amountFen))}</div>
          <p>
            <StatusTag tone={isMet ? 'good' : isOverdue ? 'danger' : 'neutral'}>{isMet ? own.met : isOverdue ? own.late : own.waiting}</StatusTag>
            {' '}{own.arrivedOf(formatYuan(arrivedFen))}
          </p>
          {agreement.may.give && !isMet && (
            <Link to="/gifts/draft" search={{ donor: agreement.donorId, instalment: `${agreement.id}/${seq}` } as never}>
              <Button aria-label={`${own.give} ${own.seq(seq)}`}>{own.give}</Button>
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
