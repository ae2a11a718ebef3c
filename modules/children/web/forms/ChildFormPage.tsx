import { useNavigate, useParams } from '@tanstack/react-router'
import { Alert, Button, Descriptions } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { formKinds, type FormKind } from '../../contract.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, type ShownForm } from '../api.ts'
import './file.css'
import { useNames } from '../names.ts'
import { registerWords } from '../words/register-words.ts'
import { ChildFormFields } from './ChildFormFields.tsx'

/** One paper form of a child: what is known stands there already, the rest is asked here. Opening it is recorded. */
export default function ChildFormPage() {
  const texts = useWords(registerWords)
  const { formTitles } = useNames()
  const { id = '', kind: asked = '' } = useParams({ strict: false }) as { id?: string; kind?: string }
  const kind = formKinds.find((each) => each === asked) ?? 'left-behind'
  const [form, setForm] = useState<ShownForm>()
  const [problem, setProblem] = useState<string>()
  const navigate = useNavigate()
  const open = () => client.openChildForm({ id, kind }).then((opened) => { setForm(opened); setProblem(undefined) }, (refused: unknown) => {
    const { code, message } = toRefusal(refused)
    // The page of the child says when it was erased, and what stays.
    if (code === 'CHILD_ERASED') void navigate({ to: `/children/${id}` as string, replace: true })
    else setProblem(message)
  })
  return (
    <Page
      title={formTitles[kind]} back={{ to: `/children/${id}`, label: texts.fileOf }} lead={texts.formLead}
      actions={form && <a href={`/api/child-form.docx?id=${id}&kind=${kind}`}>{texts.print}</a>}
    >
      <div role="alert">{problem && <Alert type="error" showIcon className="xh-gap" title={problem} />}</div>
      {form === undefined
        ? <div><Button type="primary" onClick={() => void open()}>{texts.openForm}</Button></div>
        : <OpenedForm key={form.version} id={id} kind={kind} form={form} onSaved={() => void open()} />}
    </Page>
  )
}

type Opened = { id: string; kind: FormKind; form: ShownForm; onSaved: () => void }

function OpenedForm({ id, kind, form, onSaved }: Opened) {
  const texts = useWords(registerWords)
  return (
    <>
      <Sheet title={texts.known}>
        <Descriptions
          bordered column={1} className="children-file"
          items={form.known.map(({ label, value }, key) => ({ key, label, children: value || texts.notFilled }))}
        />
      </Sheet>
      <Sheet title={texts.asks}>
        {form.filledOn && <p className="xh-secondary">{texts.filledBy(form.filledName ?? '', form.filledOn)}</p>}
        <ChildFormFields id={id} kind={kind} form={form} onSaved={onSaved} />
      </Sheet>
    </>
  )
}
