import { Form, Radio, Select } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { client, type OpenedCase, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'

type Asked = Parameters<typeof client.setPairingWishes>[0]
type Values = { version: number; sex: 'any' | 'male' | 'female'; languages: string[]; skills: string[] }

const labels = { sex: '志愿者性别', languages: '语言', skills: '特长' }
const sexOptions = [{ value: 'any', label: '都可以' }, { value: 'female', label: '女' }, { value: 'male', label: '男' }]

/** What the family wishes of the volunteer. */
export function WishesDialog({ of, onClose }: { of: OpenedCase; onClose: () => void }) {
  const changed = useChanged()
  const record = useRecordForm<Values, Asked, unknown>({
    name: 'wishes', labels, operation: client.setPairingWishes,
    initialValues: { version: of.version, sex: of.wishes.sex ?? 'any', languages: of.wishes.languages, skills: of.wishes.skills },
    toInput: ({ sex, ...values }) => ({ ...values, id: of.id, sex: sex === 'any' ? null : sex }), onSaved: async () => { onClose(); await changed() },
  })
  return (
    <FormDialog title="登记结对意愿" onClose={onClose}>
      <RecordForm record={record} submitLabel="保存意愿" onCancel={onClose}>
        <p className="xh-gap">孩子和家庭对志愿者的意愿，结对时排在前面参考，不会因此不能结对。</p>
        <Form.Item name="sex" label={labels.sex}><Radio.Group className="care-tiles" optionType="button" options={sexOptions} /></Form.Item>
        <Form.Item name="languages" label={labels.languages} extra="如方言、民族语言、手语，输入后按回车。">
          <Select mode="tags" maxCount={5} options={[]} open={false} />
        </Form.Item>
        <Form.Item name="skills" label={labels.skills} extra="如课业辅导、书法，输入后按回车。">
          <Select mode="tags" maxCount={10} options={[]} open={false} />
        </Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
