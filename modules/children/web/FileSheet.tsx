import { Alert, Button, Checkbox, Descriptions } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import type { FileField } from '../contract.ts'
import { useWords } from '#platform/ui/words.ts'
import './forms/file.css'
import { client, type ShownCard, type ShownFile, useChanged } from './api.ts'
import { CorrectChildDialog } from './dialogs/CorrectChildDialog.tsx'
import { EmergencyDialog } from './dialogs/EmergencyDialog.tsx'
import { useNames } from './names.ts'
import { RequestAccessDialog } from './dialogs/RequestAccessDialog.tsx'
import { fileWords } from './words/file-words.ts'

type Access = ShownCard['access'][number]

/** The way to the full file: open under an approval, ask for one, or open in an emergency. */
export function FileSheet({ child }: { child: ShownCard }) {
  const texts = useWords(fileWords)
  const { may } = useSession()
  const [dialog, setDialog] = useState<'ask' | 'emergency'>()
  const mayAsk = may('access.request') && child.status === 'registered'
  const close = () => setDialog(undefined)
  return (
    <Sheet
      title={texts.file}
      actions={
        mayAsk && (
          <>
            <Button danger onClick={() => setDialog('emergency')}>
              {texts.emergency}
            </Button>
            <Button onClick={() => setDialog('ask')} disabled={child.hasPendingRequest}>
              {texts.ask}
            </Button>
          </>
        )
      }
    >
      {child.hasPendingRequest && <p>{texts.waiting}</p>}
      {child.access.length === 0 && <p className="xh-secondary">{texts.noAccess}</p>}
      {child.access.map((access) => (
        <GrantedAccess key={access.id} child={child} access={access} />
      ))}
      {dialog === 'ask' && <RequestAccessDialog childId={child.id} onClose={close} />}
      {dialog === 'emergency' && <EmergencyDialog childId={child.id} onClose={close} />}
    </Sheet>
  )
}

function GrantedAccess({ child, access }: { child: ShownCard; access: Access }) {
  const texts = useWords(fileWords)
  const names = useNames()
  const { momentText } = useWords()
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
    <section className="xh-gap" aria-label={texts.approval(names.purposes[access.purpose])}>
      <p>
        <strong>{names.purposes[access.purpose]}</strong>
        {texts.validUntil(names.grounds[access.ground] ?? access.ground, momentText(access.untilAt))}
      </p>
      <Checkbox.Group value={fields} options={access.fields.map((value) => ({ value, label: names.fields[value] }))} onChange={setFields} />
      <div className="xh-actions">
        <Button type="primary" disabled={fields.length === 0} onClick={() => void open()}>
          {texts.openFields}
        </Button>
        {file && <Button onClick={() => setFile(undefined)}>{texts.fold}</Button>}
        {may('child.correct') && child.status === 'registered' && <Button onClick={() => setIsCorrecting(true)}>{texts.correct}</Button>}
      </div>
      <div role="alert">{problem && <Alert type="error" showIcon title={problem} />}</div>
      {file && <OpenedFile file={file} />}
      {isCorrecting && <CorrectChildDialog child={child} access={access} onClose={() => setIsCorrecting(false)} />}
    </section>
  )
}

function OpenedFile({ file }: { file: ShownFile }) {
  const texts = useWords(fileWords)
  const names = useNames()
  const { joined } = useWords()
  const shown: [string, string | null | undefined][] = [
    [names.fields.name, file.name],
    [file.paperKind ? names.papers[file.paperKind] : texts.paper, file.idNumber],
    [names.fields.birthOn, file.birthOn],
    [names.fields.phone, file.phone],
    [names.fields.address, file.address],
    [names.fields.school, file.school],
    [names.fields.health, file.health],
    ...(file.guardians ?? []).map((guardian): [string, string] => [
      names.relations[guardian.relation],
      joined([guardian.name, guardian.phone ?? '', guardian.idNumber ?? ''].filter(Boolean)),
    ]),
  ]
  return (
    <Descriptions
      bordered
      column={1}
      className="children-file"
      items={shown.filter(([, value]) => value !== undefined).map(([label, value], key) => ({ key, label, children: value ?? texts.notFilled }))}
    />
  )
}
