import { App, Button, Form, Select } from 'antd'
import { useState } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { client, type ShownCard, useChanged } from './api.ts'
import { FormDialog } from './dialogs/FormDialog.tsx'
import { closingNames, optionsOf } from './names.ts'

/** What ends a file: closing, and afterwards, by the responsible person, the erasure of identity. */
export function ChildActs({ child }: { child: ShownCard }) {
  const { may } = useSession()
  const [dialog, setDialog] = useState<'close' | 'erase'>()
  const { message } = App.useApp()
  const changed = useChanged()
  const erase = async (reason: string) => {
    await client.eraseChild({ id: child.id, reason })
    setDialog(undefined)
    void message.success('身份信息已删除，统计数字保留。')
    await changed()
  }
  return (
    <>
      {may('child.close') && child.status === 'registered' && <Button onClick={() => setDialog('close')}>结束档案</Button>}
      {may('child.erase') && child.status === 'closed' && <Button danger onClick={() => setDialog('erase')}>依法删除身份信息</Button>}
      {dialog === 'close' && <CloseChildDialog child={child} onClose={() => setDialog(undefined)} />}
      <ReasonDialog
        open={dialog === 'erase'} title="删除这个孩子的身份信息？" confirmLabel="删除，不可恢复" isDangerous onConfirm={erase} onCancel={() => setDialog(undefined)}
      >
        <p>姓名、证件、住址、健康和监护人信息的密钥将被销毁，任何人都无法再读出，备份中的审计内容也一样。统计数字保留。</p>
      </ReasonDialog>
    </>
  )
}

type Input = Parameters<typeof client.closeChild>[0]

function CloseChildDialog({ child, onClose }: { child: ShownCard; onClose: () => void }) {
  const changed = useChanged()
  const record = useRecordForm<Omit<Input, 'id'>, Input, unknown>({
    name: 'close-child', labels: { reason: '原因', closedOn: '结束日期' }, operation: client.closeChild, initialValues: { version: child.version },
    toInput: (values) => ({ ...values, id: child.id, version: child.version }), onSaved: async () => { await changed(); onClose() },
  })
  return (
    <FormDialog title="结束档案" onClose={onClose}>
      <p>结束后不再计入在册人数，查阅许可全部终止；档案仍可查到。</p>
      <RecordForm record={record} submitLabel="结束档案" onCancel={onClose}>
        <Form.Item name="reason" label="原因" rules={[{ required: true, message: '请选择原因。' }]}><Select options={optionsOf(closingNames)} /></Form.Item>
        <DateItem name="closedOn" label="结束日期" required min={child.registeredOn} />
      </RecordForm>
    </FormDialog>
  )
}
