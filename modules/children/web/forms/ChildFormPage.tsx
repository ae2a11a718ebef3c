import { useParams } from '@tanstack/react-router'
import { Alert, Button, Descriptions } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { formKinds, type FormKind } from '../../contract.ts'
import { formTitles } from '../../rules/form-lines.ts'
import { client, type ShownForm } from '../api.ts'
import { ChildFormFields } from './ChildFormFields.tsx'

/** One paper form of a child: what is known stands there already, the rest is asked here. Opening it is recorded. */
export default function ChildFormPage() {
  const { id = '', kind: asked = '' } = useParams({ strict: false }) as { id?: string; kind?: string }
  const kind = formKinds.find((each) => each === asked) ?? 'left-behind'
  const [form, setForm] = useState<ShownForm>()
  const [problem, setProblem] = useState<string>()
  const open = () => client.openChildForm({ id, kind })
    .then((opened) => { setForm(opened); setProblem(undefined) }, (refused: unknown) => setProblem(toRefusal(refused).message))
  return (
    <Page
      title={formTitles[kind]} back={{ to: `/children/${id}`, label: '孩子的档案' }} lead="档案里已有的内容自动带出，不必再填；要改请在档案里更正。"
      actions={form && <a href={`/api/child-form.docx?id=${id}&kind=${kind}`}>下载打印（.docx）</a>}
    >
      <div role="alert">{problem && <Alert type="error" showIcon className="xh-gap" title={problem} />}</div>
      {form === undefined
        ? <Button type="primary" onClick={() => void open()}>打开登记表（将记录）</Button>
        : <OpenedForm key={form.version} id={id} kind={kind} form={form} onSaved={() => void open()} />}
    </Page>
  )
}

type Opened = { id: string; kind: FormKind; form: ShownForm; onSaved: () => void }

function OpenedForm({ id, kind, form, onSaved }: Opened) {
  return (
    <>
      <Sheet title="档案中已有">
        <Descriptions bordered column={1} items={form.known.map(({ label, value }, key) => ({ key, label, children: value || '（未填）' }))} />
      </Sheet>
      <Sheet title="本表填写">
        {form.filledOn && <p className="xh-secondary">{form.filledName} 于 {form.filledOn} 填写。</p>}
        <ChildFormFields id={id} kind={kind} form={form} onSaved={onSaved} />
      </Sheet>
    </>
  )
}
