import { FileWordOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Descriptions, Skeleton } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { fieldNames, incidentKindNames, obstacleNames } from '../../rules/words.ts'
import { client, queries, type ShownIncident, useChanged } from '../api.ts'
import { minuteOf } from '../names.ts'
import { FollowIncidentDialog } from './FollowIncidentDialog.tsx'
import { IncidentStatus } from './IncidentListPage.tsx'

/** One incident: what happened, who must be told until when, what was done, and the way to close it. */
export default function IncidentPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getIncident.queryOptions({ input: { id } }))
  if (asked.isError) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <IncidentView incident={asked.data} /> : <Skeleton active />
}

function IncidentView({ incident }: { incident: ShownIncident }) {
  const { may } = useSession()
  const [dialog, setDialog] = useState<'follow' | 'close'>()
  const isOpen = incident.status === 'open'
  const closing = isOpen && may('incident.close') && incident.obstacles.length === 0
  return (
    <Page
      title={incident.title} back={{ to: '/incidents', label: '信息安全事件' }}
      lead={<>{incident.unitName} · {minuteOf(incident.foundAt)} 发现 <IncidentStatus incident={incident} /></>}
      actions={(
        <>
          <Button icon={<FileWordOutlined aria-hidden />} href={`/api/incidents/record.docx?id=${incident.id}`}>事件记录 .docx</Button>
          {isOpen && may('incident.record') && <Button onClick={() => setDialog('follow')}>补充处置情况</Button>}
          {closing && <Button type="primary" onClick={() => setDialog('close')}>办结</Button>}
        </>
      )}
    >
      {incident.obstacles.length > 0 && (
        <Alert type="warning" showIcon className="xh-gap" title={`办结前还须：${incident.obstacles.map((obstacle) => obstacleNames[obstacle]).join('；')}。`} />
      )}
      <IncidentSheet incident={incident} />
      {dialog === 'follow' && <FollowIncidentDialog incident={incident} onClose={() => setDialog(undefined)} />}
      <Closing incident={incident} isOpen={dialog === 'close'} onClose={() => setDialog(undefined)} />
    </Page>
  )
}

function IncidentSheet({ incident }: { incident: ShownIncident }) {
  const closed = incident.closedAt === null ? '未办结' : `${minuteOf(incident.closedAt)} ${incident.closedName ?? ''}：${incident.closingNote ?? ''}`
  return (
    <Sheet title="事件">
      <Descriptions
        column={1}
        items={[
          { key: 'kind', label: '类别', children: incidentKindNames[incident.kind] },
          { key: 'fields', label: '涉及信息', children: incident.fields.map((field) => fieldNames[field]).join('、') },
          { key: 'count', label: '涉及人数', children: `${incident.childrenCount}人` },
          { key: 'children', label: '已知的孩子', children: incident.children.length === 0 ? '未列' : <Children incident={incident} /> },
          { key: 'cause', label: '经过', children: incident.cause },
          { key: 'measures', label: '处置措施', children: incident.measures || '未登记' },
          { key: 'authority', label: '向主管部门报告', children: toldOf(incident.authorityName, incident.authorityToldAt, incident.authorityDueAt) },
          { key: 'guardians', label: '告知监护人', children: toldOf(incident.guardiansNote, incident.guardiansToldAt, incident.guardiansDueAt) },
          { key: 'recorded', label: '登记人', children: incident.recordedName },
          { key: 'closed', label: '办结', children: closed },
        ]}
      />
    </Sheet>
  )
}

const toldOf = (what: string | null, at: Date | string | null, dueAt: Date | string): string =>
  (what === null ? `未登记，期限 ${minuteOf(dueAt)}` : `${what} ${at === null ? '' : minuteOf(at)}（期限 ${minuteOf(dueAt)}）`)

function Children({ incident }: { incident: ShownIncident }) {
  return <>{incident.children.map(({ id, maskedName }) => <Link key={id} to={`/children/${id}`} className="xh-inline">{maskedName} </Link>)}</>
}

function Closing({ incident, isOpen, onClose }: { incident: ShownIncident; isOpen: boolean; onClose: () => void }) {
  const changed = useChanged()
  const close = async (note: string) => {
    await client.closeIncident({ id: incident.id, version: incident.version, note })
    onClose()
    await changed()
  }
  return <ReasonDialog open={isOpen} title="办结这起事件？" confirmLabel="办结" onConfirm={close} onCancel={onClose}><p>请写明结果和整改，办结后不能再修改。</p></ReasonDialog>
}
