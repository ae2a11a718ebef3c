import { Form, Radio, Select } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, type OpenedCase, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { optionsOf } from '../names.ts'
import { pairingWords } from './pairing-words.ts'

type Asked = Parameters<typeof client.setPairingWishes>[0]
type Values = { version: number; sex: 'any' | 'male' | 'female'; languages: string[]; skills: string[] }

/** What the family wishes of the volunteer. */
export function WishesDialog({ of, onClose }: { of: OpenedCase; onClose: () => void }) {
  const words = useWords(pairingWords)
  const labels = { sex: words.sex, languages: words.languages, skills: words.skills }
  const changed = useChanged()
  const record = useRecordForm<Values, Asked, unknown>({
    name: 'wishes', labels, operation: client.setPairingWishes,
    initialValues: { version: of.version, sex: of.wishes.sex ?? 'any', languages: of.wishes.languages, skills: of.wishes.skills },
    toInput: ({ sex, ...values }) => ({ ...values, id: of.id, sex: sex === 'any' ? null : sex }), onSaved: async () => { onClose(); await changed() },
  })
  return (
    <FormDialog title={words.wishesTitle} onClose={onClose}>
      <RecordForm record={record} submitLabel={words.saveWishes} onCancel={onClose}>
        <p className="xh-gap">{words.wishesLead}</p>
        <Form.Item name="sex" label={labels.sex}><Radio.Group className="care-tiles" optionType="button" options={optionsOf(words.sexes)} /></Form.Item>
        <Form.Item name="languages" label={labels.languages} extra={words.languagesHint}>
          <Select mode="tags" maxCount={5} options={[]} open={false} />
        </Form.Item>
        <Form.Item name="skills" label={labels.skills} extra={words.skillsHint}>
          <Select mode="tags" maxCount={10} options={[]} open={false} />
        </Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
