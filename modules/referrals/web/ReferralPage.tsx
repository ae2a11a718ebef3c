import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ReadEnclosure, type ReadReferral } from './api.ts'
import { ReferralActs } from './ReferralActs.tsx'
import { ReferralState } from './ReferralState.tsx'
import './referrals.css'
import { words } from './words.ts'

/** One referral as this party sees it; what is sealed is opened on demand. */
export default function ReferralPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getReferral.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <ReferralView referral={asked.data} /> : <Skeleton active />
}

function ReferralView({ referral }: { referral: ReadReferral }) {
  const texts = useWords(words)
  const { aside, listed } = useWords()
  return (
    <Page
      title={texts.referralOf(referral.childLabel)} width="text" back={{ to: '/referrals', label: texts.referrals }}
      lead={<><ReferralState of={referral} /> {texts.partyWords[referral.party]} · {referral.fromUnitName} → {referral.toName}</>}
      actions={<ReferralActs referral={referral} />}
    >
      <NextStep referral={referral} />
      <Sheet title={texts.facts}>
        <Facts
          lines={[
            fact(texts.from, texts.fromOf(referral.fromUnitName, referral.authorName)),
            fact(texts.to, <>{referral.toName}{referral.bodyKind && aside(texts.bodyWords[referral.bodyKind])}</>),
            referral.childId !== null && fact(texts.child, <Link to={`/children/${referral.childId}`}>{referral.childLabel}</Link>),
            fact(texts.carries, listed(referral.fields.map(field => texts.fieldWords[field])) || texts.carriesNothing),
            referral.sentOn !== null && fact(texts.sent, texts.sentOf(referral.sentOn, referral.answerDueOn ?? '')),
            isGoingOn(referral) && fact(texts.openUntil, referral.openUntil ?? texts.daysAfterSending(referral.accessDays)),
            referral.answeredOn !== null && fact(texts.answer, referral.answeredOn), referral.endedOn !== null && fact(texts.ended, referral.endedOn),
            referral.overrideName !== null && fact(texts.overrideBy, texts.decidedBy(referral.overrideName, referral.overrideAnswer)),
          ]}
        />
      </Sheet>
      {referral.may.open && <EnclosureSheet key={referral.version} referral={referral} />}
    </Page>
  )
}

/** What travelled is open to the receiver only as long. */
const isGoingOn = ({ status }: ReadReferral): boolean => status === 'draft' || status === 'sent' || status === 'accepted'

/** What has to happen next, where the person cannot see it from the buttons. */
function NextStep({ referral }: { referral: ReadReferral }) {
  const texts = useWords(words)
  const { waitsFor, childId, may } = referral
  if (referral.status === 'rejected' && referral.party === 'sender' && childId) {
    return (
      <Alert
        type="warning" showIcon className="xh-gap" title={texts.rejectedNext}
        description={<Link to="/referrals/new" search={{ child: childId } as never}><Button>{texts.referAgain}</Button></Link>}
      />
    )
  }
  // What is on paper does not close by itself.
  if (referral.status === 'revoked' && referral.bodyKind && referral.sentOn)
    return <Alert type="warning" showIcon className="xh-gap" title={texts.takePaperBack(referral.toName)} />
  if (waitsFor === null || (waitsFor === 'OVERRIDE_PENDING' && may.decide)) return null
  const isDecided = waitsFor !== 'OVERRIDE_PENDING'
  return (
    <Alert
      type={isDecided ? 'warning' : 'info'} showIcon className="xh-gap" title={texts.waits[waitsFor]}
      description={isDecided && childId && <Link to={`/children/${childId}`}><Button>{texts.toConsents}</Button></Link>}
    />
  )
}

function EnclosureSheet({ referral }: { referral: ReadReferral }) {
  const texts = useWords(words)
  const [opened, setOpened] = useState<ReadEnclosure>()
  const [problem, setProblem] = useState<string>()
  const open = async () => {
    try {
      setOpened(await client.openEnclosure({ id: referral.id }))
    } catch (error) {
      setProblem(toRefusal(error).message)
    }
  }
  return (
    <Sheet title={texts.enclosure} actions={!opened && <Button onClick={() => void open()}>{texts.open}</Button>}>
      <div role="alert">{problem && <Alert type="error" showIcon title={problem} />}</div>
      {!opened && <p className="xh-secondary">{texts.sealedLead}</p>}
      {opened && <EnclosureFacts opened={opened} isSender={referral.party === 'sender'} />}
    </Sheet>
  )
}

function EnclosureFacts({ opened, isSender }: { opened: ReadEnclosure; isSender: boolean }) {
  const texts = useWords(words)
  const { joined } = useWords()
  const rows: [string, string | null][] = [
    [texts.need, opened.need], [texts.summary, opened.summary], [texts.overrideReason, opened.overrideReason],
    ...(opened.file ? fileRows(opened.file, texts, joined) : []), [texts.answerNote, opened.answer], [texts.result, opened.result]]
  return (
    <>
      <Facts lines={rows.filter(([, text]) => text).map(([name, text]) => fact(name, text))} />
      {isSender && <p className="xh-secondary">{texts.inFile}</p>}
    </>
  )
}

/** The opened fields of the file, one line for each guardian. */
function fileRows({ guardians = [], ...file }: NonNullable<ReadEnclosure['file']>, texts: (typeof words)['en'], joined: (parts: string[]) => string) {
  const lines = plainFields.flatMap((field): [string, string][] => {
    const value = file[field]
    return value === undefined ? [] : [[texts.fieldWords[field], value ?? texts.notGiven]]
  })
  const people = guardians.map(({ name, relation, phone }): [string, string] => (
    [texts.guardianOf(texts.relationWords[relation]), joined([name, phone ?? texts.noPhone].filter(Boolean))]))
  return [...lines, ...people]
}

const plainFields = ['name', 'idNumber', 'birthOn', 'phone', 'address', 'school', 'health'] as const
