import { Form, Input } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, type ShownBody } from '../api.ts'
import { words } from '../words.ts'
import { relationWords } from './words.ts'
import '../duties.css'

type Found = Awaited<ReturnType<typeof client.searchRelations>>['items']
type Values = { name?: string; creditCode?: string; identityNumber?: string }
const filled = (values: Values) => Object.fromEntries(Object.entries(values).filter(([, text]) => text !== undefined && text.trim() !== ''))

/** Asks before money is paid whether somebody is related. */
export function CheckSheet({ body }: { body: ShownBody }) {
  const texts = useWords(words)
  const own = useWords(relationWords)
  const [found, setFound] = useState<Found>()
  const labels = { name: texts.name, creditCode: texts.creditCode, identityNumber: own.identityNumber }
  const record = useRecordForm<Values, Parameters<typeof client.searchRelations>[0], { items: Found }>({
    name: 'check-relation', labels, operation: client.searchRelations, onSaved: ({ items }) => setFound(items), initialValues: {},
    toInput: values => ({ bookId: body.id, ...filled(values) }),
  })
  return (
    <Sheet title={own.check}>
      <p className="xh-secondary">{own.checkLead}</p>
      <RecordForm record={record} submitLabel={own.look}>
        <Form.Item name="name" label={labels.name}><Input maxLength={60} /></Form.Item>
        <Form.Item name="creditCode" label={labels.creditCode}><Input maxLength={40} /></Form.Item>
        <Form.Item name="identityNumber" label={labels.identityNumber}><Input maxLength={40} autoComplete="off" /></Form.Item>
      </RecordForm>
      <div role="status">
        {found !== undefined && found.length === 0 && <p>{own.clear}</p>}
        {found !== undefined && found.length > 0 && (
          <ul className="duty-lines">
            {found.map((relation, at) => (
              <li key={at}>
                {relation.name} · {relation.partyId === null ? own.board : own.groundWords[relation.ground]} · {own.matched[relation.matchedBy]}
                {relation.words !== '' && ` · ${relation.words}`}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Sheet>
  )
}
