import { Form, Input } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { findAddressIn } from '../../rules/visits/comments.ts'
import { client, type ReadVisit, useChanged } from '../api.ts'
import { careWords } from '../words.ts'
import { visitWords } from './words.ts'

type Values = { text: string }
type Asked = Parameters<typeof client.commentOnVisit>[0]

/** What the office says about a visit, and a line to say something: volunteers are seen. */
export function Comments({ visit }: { visit: ReadVisit }) {
  const words = useWords(visitWords)
  const care = useWords(careWords)
  const { may } = useSession()
  const mayComment = may('visit.comment') && visit.voidedAt === null
  if (visit.comments.length === 0 && !mayComment) return null
  return (
    <Sheet title={words.comments}>
      <ul className="xh-cards">
        {visit.comments.map(({ id, text, commentedName, commentedAt, readAt }) => (
          <li key={id}>
            <p className="care-note">{text ?? words.hidden}</p>
            <p className="xh-secondary">
              {[commentedName, care.moment(commentedAt), readAt === null ? words.unreadYet : words.read(care.moment(readAt))].join(care.comma)}
            </p>
          </li>
        ))}
      </ul>
      {mayComment && <div className="care-below"><CommentForm visit={visit} /></div>}
    </Sheet>
  )
}

function CommentForm({ visit }: { visit: ReadVisit }) {
  const words = useWords(visitWords)
  const changed = useChanged()
  const noAddress = (text: string) => {
    const word = findAddressIn(text)
    return word === undefined ? Promise.resolve() : Promise.reject(new Error(words.commentAddress(word)))
  }
  const record = useRecordForm<Values, Asked, unknown>({
    name: 'comment', labels: { text: words.commentFor }, operation: client.commentOnVisit, initialValues: { text: '' },
    toInput: ({ text }) => ({ id: visit.id, text }), onSaved: async () => { record.form.resetFields(); await changed() },
  })
  return (
    <RecordForm record={record} submitLabel={words.commentButton}>
      <Form.Item
        name="text" label={words.commentFor} extra={words.commentHint} validateFirst validateTrigger={['onBlur', 'onSubmit']}
        rules={[{ required: true, whitespace: true, message: words.commentNeeded }, { validator: (_rule, text: string) => noAddress(text) }]}
      >
        <Input.TextArea rows={2} maxLength={300} placeholder={words.commentExample} />
      </Form.Item>
    </RecordForm>
  )
}
