import { FileWordOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { Fragment, useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownIncident, useChanged } from '../api.ts'
import { minuteOf } from '../names.ts'
import { actWords } from '../words/act-words.ts'
import { nameWords } from '../words/name-words.ts'
import { FollowIncidentDialog } from './FollowIncidentDialog.tsx'
import { IncidentStatus } from './IncidentListPage.tsx'

/** One incident: what happened, who must be told until when, what was done, and the way to close it. */
export default function IncidentPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getIncident.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <IncidentView incident={asked.data} /> : <Skeleton active />
}

function IncidentView({ incident }: { incident: ShownIncident }) {
  const texts = useWords(actWords)
  const names = useWords(nameWords)
  const { may } = useSession()
  const [dialog, setDialog] = useState<'follow' | 'close'>()
  const isOpen = incident.status === 'open'
  const closing = isOpen && may('incident.close') && incident.obstacles.length === 0
  return (
    <Page
      title={incident.title} back={{ to: '/incidents', label: texts.incidents }}
      lead={<>{texts.found(incident.unitName, minuteOf(incident.foundAt))} <IncidentStatus incident={incident} /></>}
      actions={(
        <>
          <Button icon={<FileWordOutlined aria-hidden />} href={`/api/incidents/record.docx?id=${incident.id}`}>{texts.recordFile}</Button>
          {isOpen && may('incident.record') && <Button onClick={() => setDialog('follow')}>{texts.follow}</Button>}
          {closing && <Button type="primary" onClick={() => setDialog('close')}>{texts.close}</Button>}
        </>
      )}
    >
      {incident.obstacles.length > 0 && (
        <Alert type="warning" showIcon className="xh-gap" title={texts.missing(incident.obstacles.map((obstacle) => names.obstacles[obstacle]))} />
      )}
      <IncidentSheet incident={incident} />
      {dialog === 'follow' && <FollowIncidentDialog incident={incident} onClose={() => setDialog(undefined)} />}
      <Closing incident={incident} isOpen={dialog === 'close'} onClose={() => setDialog(undefined)} />
    </Page>
  )
}

function IncidentSheet({ incident }: { incident: ShownIncident }) {
  const texts = useWords(actWords)
  const names = useWords(nameWords)
  const { listed } = useWords()
  const closed = incident.closedAt === null ? texts.notClosed : texts.closedText(minuteOf(incident.closedAt), incident.closedName ?? '',
    incident.closingNote ?? '')
  const toldOf = (what: string | null, at: Date | string | null, dueAt: Date | string): string =>
    (what === null ? texts.dueText(minuteOf(dueAt)) : texts.toldText(what, at === null ? '' : minuteOf(at), minuteOf(dueAt)))
  return (
    <Sheet title={texts.incident}>
      <Facts lines={[
        fact(texts.kind, names.incidentKinds[incident.kind]),
        fact(texts.fields, listed(incident.fields.map((field) => names.fields[field])) || texts.onlyCards),
        fact(texts.count, texts.people(incident.childrenCount)),
        fact(texts.knownChildren, incident.children.length === 0 ? texts.notListed : <Children incident={incident} />),
        fact(texts.cause, incident.cause),
        fact(texts.measures, incident.measures || texts.notRecorded),
        fact(texts.authority, toldOf(incident.authorityName, incident.authorityToldAt, incident.authorityDueAt)),
        fact(texts.guardiansTold, toldOf(incident.guardiansNote, incident.guardiansToldAt, incident.guardiansDueAt)),
        fact(texts.recordedBy, incident.recordedName),
        fact(texts.closing, closed),
      ]}
      />
    </Sheet>
  )
}

/** A few stand here; many are counted, and are a page of their own. */
function Children({ incident: { id, children, listedCount } }: { incident: ShownIncident }) {
  const texts = useWords(actWords)
  const names = useWords(nameWords)
  const { listed } = useWords()
  if (listedCount > children.length) return <Link to={`/incidents/${id}/children`}>{texts.childrenList(listedCount)}</Link>
  // One piece of text with what stands between two names: as pieces of a row of their own they ran into one another.
  return (
    <span>
      {children.map((child, at) => (
        <Fragment key={child.id}>
          {at > 0 && listed(['', ''])}<Link to={`/children/${child.id}`}>{`${child.maskedName} · ${names.bandOf(child.ageBand)}`}</Link>
        </Fragment>
      ))}
    </span>
  )
}

function Closing({ incident, isOpen, onClose }: { incident: ShownIncident; isOpen: boolean; onClose: () => void }) {
  const texts = useWords(actWords)
  const changed = useChanged()
  const close = async (note: string) => {
    await client.closeIncident({ id: incident.id, version: incident.version, note })
    onClose()
    await changed()
  }
  return (
    <ReasonDialog open={isOpen} title={texts.closeTitle} confirmLabel={texts.close} onConfirm={close} onCancel={onClose}><p>{texts.closeLead}</p></ReasonDialog>
  )
}
