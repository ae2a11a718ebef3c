import { Alert, Button, Checkbox, Descriptions } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import type { FileField } from '../contract.ts'
import { fieldNames, purposeNames } from '../rules/words.ts'
import { client, type ShownCard, type ShownFile, useChanged } from './api.ts'
import { CorrectChildDialog } from './dialogs/CorrectChildDialog.tsx'
import { EmergencyDialog } from './dialogs/EmergencyDialog.tsx'
import { groundNames, paperNames, relationNames } from './names.ts'
import { RequestAccessDialog } from './dialogs/RequestAccessDialog.tsx'

const clock = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' })

type Access = ShownCard['access'][number]

/** The way to the full file: open under an approval, ask for one, or open in an emergency. */
export function FileSheet({ child }: { child: ShownCard }) {
  const { may } = useSession()
  const [dialog, setDialog] = useState<'ask' | 'emergency'>()
  const mayAsk = may('access.request') && child.status === 'registered'
  const close = () => setDialog(undefined)
  return (
    <Sheet
      title="完整档案"
      actions={
        mayAsk && (
          <>
            <Button danger onClick={() => setDialog('emergency')}>
              紧急查阅
            </Button>
            <Button onClick={() => setDialog('ask')} disabled={child.hasPendingRequest}>
              申请查阅完整档案
            </Button>
          </>
        )
      }
    >
      {child.hasPendingRequest && <p>您的申请正在等待审批。</p>}
      {child.access.length === 0 && <p className="xh-secondary">姓名、证件号、住址、健康等已加密保存。您目前没有查阅许可。</p>}
      {child.access.map((access) => (
        <GrantedAccess key={access.id} child={child} access={access} />
      ))}
      {dialog === 'ask' && <RequestAccessDialog childId={child.id} onClose={close} />}
      {dialog === 'emergency' && <EmergencyDialog childId={child.id} onClose={close} />}
    </Sheet>
  )
}

function GrantedAccess({ child, access }: { child: ShownCard; access: Access }) {
  const { may } = useSession()
  const changed = useChanged()
  const [fields, setFields] = useState<FileField[]>(access.fields.filter((field) => field === 'name'))
  const [file, setFile] = useState<ShownFile>()
  const [problem, setProblem] = useState<string>()
  const [isCorrecting, setIsCorrecting] = useState(false)
  const open = async () => {
    setProblem(undefined)
    await client
      .openChildFile({ id: child.id, fields, purpose: access.purpose })
      .then(setFile, (refused: unknown) => setProblem(toRefusal(refused).message))
    await changed()
  }
  return (
    <section className="xh-gap" aria-label={`查阅许可：${purposeNames[access.purpose]}`}>
      <p>
        <strong>{purposeNames[access.purpose]}</strong>（{groundNames[access.ground] ?? access.ground}），可用至{' '}
        {clock.format(new Date(access.untilAt))}
      </p>
      <Checkbox.Group value={fields} options={access.fields.map((value) => ({ value, label: fieldNames[value] }))} onChange={setFields} />
      <div className="xh-actions">
        <Button type="primary" disabled={fields.length === 0} onClick={() => void open()}>
          打开所选内容（将记录）
        </Button>
        {file && <Button onClick={() => setFile(undefined)}>收起</Button>}
        {may('child.correct') && child.status === 'registered' && <Button onClick={() => setIsCorrecting(true)}>更正身份信息</Button>}
      </div>
      <div role="alert">{problem && <Alert type="error" showIcon title={problem} />}</div>
      {file && <OpenedFile file={file} />}
      {isCorrecting && <CorrectChildDialog child={child} access={access} onClose={() => setIsCorrecting(false)} />}
    </section>
  )
}

function OpenedFile({ file }: { file: ShownFile }) {
  const shown: [string, string | null | undefined][] = [
    ['姓名', file.name],
    [file.paperKind ? paperNames[file.paperKind] : '证件', file.idNumber],
    ['出生日期', file.birthOn],
    ['联系电话', file.phone],
    ['住址', file.address],
    ['学校', file.school],
    ['健康情况', file.health],
    ...(file.guardians ?? []).map((guardian): [string, string] => [
      relationNames[guardian.relation],
      [guardian.name, guardian.phone, guardian.idNumber].filter(Boolean).join('，'),
    ]),
  ]
  return (
    <Descriptions
      bordered
      column={1}
      className="xh-gap"
      items={shown.filter(([, value]) => value !== undefined).map(([label, value], key) => ({ key, label, children: value ?? '（未填）' }))}
    />
  )
}
