import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { DonorIdentity } from '../../contract.ts'
import { AgreementList } from '../agreements/AgreementList.tsx'
import { agreementWords } from '../agreements/words.ts'
import { client, queries, type ReadDonor } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { GiftList } from '../gifts/GiftList.tsx'
import { LinkDialog } from '../own/LinkDialog.tsx'
import { ownWords } from '../own/words.ts'
import { useDonorName } from '../names.ts'
import { donorWords, words } from '../words.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { UpdateDonorDialog } from './UpdateDonorDialog.tsx'

/** One donor: masked, opened on record, with all gifts. */
export default function DonorPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getDonor.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  return <ShownPage donor={asked.data} />
}

function ShownPage({ donor }: { donor: ReadDonor }) {
  const texts = useWords(words)
  const own = useWords(donorWords)
  const donorName = useDonorName()
  const agreements = useWords(agreementWords)
  const pages = useWords(ownWords)
  const [isMerging, setIsMerging] = useState(false)
  const [isLinking, setIsLinking] = useState(false)
  const record = donor.may.give && donor.kind !== 'anonymous' && (
    <Link to="/donation-agreements/record" search={{ donor: donor.id } as never}><Button>{agreements.record}</Button></Link>
  )
  const draft = donor.may.give && <Link to="/gifts/draft" search={{ donor: donor.id } as never}><Button type="primary">{own.draft}</Button></Link>
  const merge = donor.may.merge && <Button onClick={() => setIsMerging(true)}>{own.merge}</Button>
  const link = donor.may.update && <Button onClick={() => setIsLinking(true)}>{pages.link}</Button>
  return (
    <Page
      title={donorName(donor.kind, donor.label)} lead={texts.donorKindWords[donor.kind]} back={{ to: '/donors', label: texts.donors }}
      actions={<>{link}{merge}{record}{draft}</>}
    >
      {donor.mergedInto !== null && (
        <Alert type="info" showIcon className="xh-gap" title={own.mergedAway} action={<Link to={`/donors/${donor.mergedInto}`}>{own.toMerged}</Link>} />
      )}
      <Sheet>
        <Facts lines={[
          donor.creditCode !== null && fact(own.code, donor.creditCode), fact(own.count, own.times(donor.giftCount)),
          fact(own.given, texts.yuan(formatYuan(donor.givenFen))), donor.lastGivenOn !== null && fact(own.last, donor.lastGivenOn),
          donor.kind !== 'anonymous' && fact(own.isNamed, donor.isNamed ? own.named : own.notNamed), fact(texts.unit, donor.unitName),
        ]} />
      </Sheet>
      {donor.may.open && <IdentitySheet donor={donor} />}
      {donor.kind !== 'anonymous' && <Sheet title={agreements.ofDonor}><AgreementList donorId={donor.id} /></Sheet>}
      <Sheet title={own.giftsOf}><GiftList donorId={donor.id} /></Sheet>
      {isLinking && <LinkDialog donor={donor} onClose={() => setIsLinking(false)} />}
      {isMerging && <MergeDialog donor={donor} onClose={() => setIsMerging(false)} />}
    </Page>
  )
}

function IdentitySheet({ donor }: { donor: ReadDonor }) {
  const texts = useWords(words)
  const own = useWords(donorWords)
  const [identity, setIdentity] = useState<DonorIdentity>()
  const [problem, setProblem] = useState<string>()
  const [isUpdating, setIsUpdating] = useState(false)
  const open = async () => {
    try {
      setIdentity(await client.openDonor({ id: donor.id }))
    } catch (error) {
      setProblem(toRefusal(error).message)
    }
  }
  const action = identity === undefined
    ? <Button onClick={() => void open()}>{texts.openRecorded}</Button> : donor.may.update && <Button onClick={() => setIsUpdating(true)}>{own.update}</Button>
  return (
    <Sheet title={own.identity} actions={action}>
      <div role="alert">{problem && <Alert type="error" showIcon title={problem} />}</div>
      {identity === undefined ? <p className="xh-secondary">{texts.sealedLead}</p> : (
        <Facts lines={[
          fact(own.name, identity.name), identity.contactName !== '' && fact(own.contact, identity.contactName), fact(own.phone,
            identity.phone || texts.none),
          fact(own.address, identity.address || texts.none),
        ]} />
      )}
      {isUpdating && identity && (
        <UpdateDonorDialog
          donor={donor} identity={identity} onClose={() => setIsUpdating(false)} onDone={() => { setIsUpdating(false); setIdentity(undefined) }}
        />
      )}
    </Sheet>
  )
}
