import { Form, Input } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { client, momentOf, type ReadVisit, useChanged } from '../api.ts'

type Values = { text: string }
type Asked = Parameters<typeof client.commentOnVisit>[0]

/** What the office says about a visit, and a line to say something: volunteers are seen. */
export function Comments({ visit }: { visit: ReadVisit }) {
  const { may } = useSession()
  const mayComment = may('visit.comment') && visit.voidedAt === null
  if (visit.comments.length === 0 && !mayComment) return null
  return (
    <Sheet title="留言">
      <ul className="xh-cards">
        {visit.comments.map(({ id, text, commentedName, commentedAt }) => (
          <li key={id}><p className="care-note">{text ?? '内容只对办理人员开放。'}</p><p className="xh-secondary">{commentedName}，{momentOf(commentedAt)}</p></li>
        ))}
      </ul>
      {mayComment && <CommentForm visit={visit} />}
    </Sheet>
  )
}

function CommentForm({ visit }: { visit: ReadVisit }) {
  const changed = useChanged()
  const record = useRecordForm<Values, Asked, unknown>({
    name: 'comment', labels: { text: '给走访人留言' }, operation: client.commentOnVisit, initialValues: { text: '' },
    toInput: ({ text }) => ({ id: visit.id, text }), onSaved: async () => { record.form.resetFields(); await changed() },
  })
  return (
    <RecordForm record={record} submitLabel="留言">
      <Form.Item
        name="text" label="给走访人留言" extra="走访的志愿者会收到消息。加密保存。" rules={[{ required: true, whitespace: true, message: '请写留言。' }]}
      >
        <Input.TextArea rows={2} maxLength={300} placeholder="例如：辛苦了，谢谢您冒雨去看孩子。" />
      </Form.Item>
    </RecordForm>
  )
}
