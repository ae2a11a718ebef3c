import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownQualification } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { AttachScanDialog, EndQualificationDialog, RecordQualificationDialog } from './QualificationDialogs.tsx'
import { qualificationWords } from './qualification-words.ts'

/** By which certificates the bodies of the range ask the public, and since when. */
export default function QualificationsPage() {
  const own = useWords(qualificationWords)
  const { may } = useSession()
  const [isRecording, setRecording] = useState(false)
  const [ending, setEnding] = useState<ShownQualification>()
  const [scanning, setScanning] = useState<ShownQualification>()
  const asked = useQuery(queries.listQualifications.queryOptions({ input: {} }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  const { items } = asked.data
  return (
    <Page
      title={own.title} lead={own.lead} width="text" back={{ to: '/campaigns', label: own.campaigns }}
      actions={may('campaign.publish') && <Button type="primary" onClick={() => setRecording(true)}>{own.record}</Button>}
    >
      <Sheet>
        {items.length === 0 && <><p>{own.none}</p><p className="xh-secondary">{own.noneLead}</p></>}
        <ul className="xh-cards">
          {items.map(one => (
            <li key={one.id}>
              <div className="xh-card-name">{one.number}</div>
              <p><StatusTag tone={one.holds ? 'good' : 'neutral'}>{one.holds ? own.holds : own.holdsNot}</StatusTag> {one.bookName}</p>
              <Facts lines={[
                fact(own.grantedOn, one.grantedOn), fact(own.validUntil, one.validUntil ?? own.noEnd), fact(own.source, one.source),
                fact(own.scan, one.hasScan ? <a href={`/api/qualification-scan?id=${one.id}`} target="_blank" rel="noreferrer">{own.openScan}</a> : own.noScan),
                fact(own.recordedBy, one.recordedName),
                one.endedOn !== null && fact(own.ended, own.endedLine(one.endedOn, one.endedName ?? '', one.endedReason ?? '')),
              ]} />
              {may('campaign.publish') && (
                <div className="xh-actions">
                  {!one.hasScan && <Button onClick={() => setScanning(one)}>{own.attachScan}</Button>}
                  {one.endedOn === null && <Button danger onClick={() => setEnding(one)}>{own.end}</Button>}
                </div>
              )}
            </li>
          ))}
        </ul>
      </Sheet>
      {isRecording && <RecordQualificationDialog onClose={() => setRecording(false)} />}
      {scanning !== undefined && <AttachScanDialog held={scanning} onClose={() => setScanning(undefined)} />}
      {ending !== undefined && <EndQualificationDialog held={ending} onClose={() => setEnding(undefined)} />}
    </Page>
  )
}
