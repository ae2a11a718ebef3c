import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { isReceiptStale } from '../../rules/gifts.ts'
import { showTraceCode } from '../../rules/trace-code.ts'
import { agreementWords } from '../agreements/words.ts'
import { campaignWords } from '../campaigns/words.ts'
import { queries, type ReadGift } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useChargeState, useRefundState } from '../charges/ChargeCode.tsx'
import { chargeWords } from '../charges/words.ts'
import { PartyFinding } from '../PartyFinding.tsx'
import { partyWords } from '../party-words.ts'
import { GiftTag } from '../Tags.tsx'
import { useDonorName } from '../names.ts'
import { words } from '../words.ts'
import { GiftActs } from './GiftActs.tsx'
import { giftWords } from './words.ts'
import '../charity.css'

/** One gift: what it is for, how it arrived, and what happened to it in the books. */
export default function GiftPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getGift.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  return <ShownPage gift={asked.data} />
}

function ShownPage({ gift }: { gift: ReadGift }) {
  const texts = useWords(words)
  const own = useWords(giftWords)
  const donor = useDonorName()(gift.donorKind, gift.donorLabel)
  return (
    <Page
      title={own.title(donor)} lead={<GiftTag status={gift.status} />} back={{ to: `/donors/${gift.donorId}`, label: donor }}
      actions={<GiftActs gift={gift} />}
    >
      <Sheet><GiftFacts gift={gift} /></Sheet>
      {gift.traceCode !== null && (
        <Sheet title={own.traceCode}>
          <p className="charity-code">{showTraceCode(gift.traceCode)}</p><p className="xh-secondary">{own.traceCodeHint}</p>
          {gift.may.thank && (
            <div className="xh-actions">
              <Button href={`/api/gift-letter.pdf?id=${gift.id}`}>{own.letter}</Button>
              <Button href={`/api/gift-certificate.pdf?id=${gift.id}`}>{own.certificate}</Button>
            </div>
          )}
        </Sheet>
      )}
      {gift.changes.length > 0 && <Sheet title={own.changes}><ChangeList gift={gift} /></Sheet>}
      {gift.handOuts.length > 0 && <Sheet title={own.handOuts}><HandOutList gift={gift} /></Sheet>}
      {gift.receivedOn !== null && (
        <Sheet title={texts.receipt}>
          {isReceiptStale(gift.receiptOn, gift.changes) && <Alert type="warning" showIcon className="xh-gap" title={own.receiptStale} />}
          {gift.receiptCode === null ? <p className="xh-secondary">{own.receiptLead}</p> : (
            <Facts lines={[
              fact(own.receiptCode, gift.receiptCode), fact(own.receiptNumber, gift.receiptNumber), fact(own.receiptOn, gift.receiptOn),
              fact(own.receiptHandler, gift.receiptHandler),
            ]} />
          )}
        </Sheet>
      )}
    </Page>
  )
}

function GiftFacts({ gift }: { gift: ReadGift }) {
  const texts = useWords(words)
  const own = useWords(giftWords)
  const agreements = useWords(agreementWords)
  const charges = useWords(chargeWords)
  const [stateOf, refundOf] = [useChargeState(), useRefundState()]
  const parties = useWords(partyWords)
  const campaigns = useWords(campaignWords)
  const { form, item, quantity, countedIn } = gift
  return (
    <Facts lines={[
      fact(texts.form, texts.giftFormWords[form]), item !== null && fact(own.item, item), quantity !== null && fact(own.quantity,
        own.pieces(quantity, countedIn ?? '')),
      fact(form === 'money' ? texts.amount : texts.value, formatYuan(gift.amountFen)), gift.valueBasis !== null && fact(own.valueBasis, gift.valueBasis),
      gift.leftQuantity !== null && fact(own.left, own.pieces(gift.leftQuantity, countedIn ?? '')), fact(own.book, gift.bookName),
      fact(texts.fund, `${gift.fundName} · ${texts.restrictionWords[gift.restriction]}`), gift.agreementTitle !== null && fact(agreements.meets, (
        <Link to={`/donation-agreements/${gift.agreementId}`}>{agreements.meetsShort(gift.agreementTitle, gift.instalment ?? 0)}</Link>
      )),
      gift.campaignName !== null && fact(campaigns.answers, <Link to={`/campaigns/${gift.campaignId}`}>{gift.campaignName}</Link>),
      gift.projectLabel !== null && fact(own.project, gift.projectLabel),
      gift.needKind !== null && fact(own.needKind, gift.needKind), gift.wish !== null && fact(own.wish, gift.wish),
      fact(own.made, texts.by(gift.promisedOn, gift.madeName)), gift.receivedOn !== null && fact(own.confirmed, texts.by(gift.receivedOn,
        gift.confirmedName ?? '')),
      gift.partyCheck !== null && fact(parties.title, <PartyFinding check={gift.partyCheck} />),
      gift.charge !== null && fact(charges.state, stateOf(gift.charge)),
      ...gift.refunds.map((refund) => fact(charges.refund, refundOf(refund))),
      gift.channel !== null && fact(own.channel, texts.channelWords[gift.channel]), gift.bankReference !== null && fact(own.bankReference,
        gift.bankReference),
    ]} />
  )
}

function ChangeList({ gift }: { gift: ReadGift }) {
  const texts = useWords(words)
  const own = useWords(giftWords)
  return (
    <ul className="xh-cards">
      {gift.changes.map(change => (
        <li key={change.id}>
          <div className="xh-card-name">
            {texts.changeWords[change.change]} · {change.onDay} · {texts.yuan(formatYuan(change.amountFen))} · {change.fundName}
          </div>
          <p>
            {change.changedName} {change.reason}
            {change.consentForm !== null && <> {own.consent(texts.consentFormWords[change.consentForm], change.consentOn ?? '')}</>}
          </p>
        </li>
      ))}
    </ul>
  )
}

function HandOutList({ gift }: { gift: ReadGift }) {
  const texts = useWords(words)
  const own = useWords(giftWords)
  return (
    <ul className="xh-cards">
      {gift.handOuts.map(({ id, onDay, quantity, amountFen, unitName, children, households, handedName }) => (
        <li key={id}>
          <div className="xh-card-name">{onDay} · {unitName} · {own.pieces(quantity, gift.countedIn ?? '')}</div>
          <p>{texts.yuan(formatYuan(amountFen))} · {own.reached(children, households)} · {handedName}</p>
        </li>
      ))}
    </ul>
  )
}
