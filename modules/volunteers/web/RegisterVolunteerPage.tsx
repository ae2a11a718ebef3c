import { useNavigate } from '@tanstack/react-router'
import { App, Checkbox, Form, Steps } from 'antd'
import { useState } from 'react'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { useNarrow } from '#platform/ui/frame/preferences.tsx'
import { UnitTreePicker } from '#platform/ui/tree/UnitTreePicker.tsx'
import { useWords } from '#platform/ui/words.ts'
import { unitLoaders } from '#modules/organization/web/index.ts'
import { client, useChanged, type ShownTwin } from './api.ts'
import { profileInput, type ProfileValues } from './profile-form.ts'
import { ProfileFields } from './ProfileFields.tsx'
import { SearchFirst, type Sought } from './SearchFirst.tsx'
import { TwinList } from './TwinList.tsx'
import { formWords, words } from './words.ts'

/** Two steps: look whether the person is there, then register. */
export default function RegisterVolunteerPage() {
  const texts = useWords(formWords)
  const { volunteers } = useWords(words)
  const [sought, setSought] = useState<{ person: Sought; isConfirmedDistinct: boolean }>()
  const narrow = useNarrow()
  return (
    <Page title={texts.register} back={{ to: '/volunteers', label: volunteers }} width="text" lead={texts.registerLead}>
      <Steps
        className="xh-gap" size="small" orientation={narrow ? 'vertical' : 'horizontal'} current={sought ? 1 : 0}
        items={[{ title: texts.check }, { title: texts.enter }]}
      />
      <Sheet title={sought ? texts.enter : texts.checkFirst}>
        {sought === undefined
          ? <SearchFirst onNew={(person, twins) => setSought({ person, isConfirmedDistinct: twins.length > 0 })} />
          : <RegisterForm {...sought} onCancel={() => setSought(undefined)} />}
      </Sheet>
    </Page>
  )
}

type RegisterFormProps = { person: Sought; isConfirmedDistinct: boolean; onCancel: () => void }

function RegisterForm({ person, isConfirmedDistinct, onCancel }: RegisterFormProps) {
  const texts = useWords(formWords)
  const { unit } = useSession()
  const navigate = useNavigate()
  const changed = useChanged()
  const { message } = App.useApp()
  const record = useRecordForm<ProfileValues, Parameters<typeof client.registerVolunteer>[0], { id: string }>({
    name: 'volunteer', labels: texts.fields, operation: client.registerVolunteer,
    initialValues: {
      ...person, categories: [], serviceRoles: [], skills: [], healthLimits: [], capacity: 0, joinedBy: 'organised', unitId: unit.id },
    toInput: (values) => ({
      ...profileInput(values), isConfirmedDistinct: isConfirmedDistinct || values.isConfirmedDistinct === true,
        ...(values.unitId === undefined ? {} : { unitId: values.unitId }),
      ...(values.idNumber === undefined || values.idNumber === '' ? {} : { idNumber: values.idNumber }),
    }),
    refusalFields: { SAME_ID_NUMBER: 'idNumber' },
    onSaved: async ({ id }) => {
      void message.success(texts.registered)
      await changed()
      await navigate({ to: `/volunteers/${id}` as string })
    },
  })
  return (
    <RecordForm record={record} submitLabel={texts.enter} onCancel={onCancel}>
      <Form.Item<ProfileValues> name="unitId" label={texts.fields.unitId}><UnitTreePicker loaders={unitLoaders} allowClear={false} /></Form.Item>
      <ProfileFields idNumberHint={texts.idNumberLead} />
      {record.refusal?.code === 'POSSIBLE_DUPLICATE' && (
        <Form.Item<ProfileValues> name="isConfirmedDistinct" valuePropName="checked" help={<TwinList twins={twinsOf(record.refusal.data)} />}>
          <Checkbox>{texts.distinct}</Checkbox>
        </Form.Item>
      )}
    </RecordForm>
  )
}

const twinsOf = (data: unknown) => (data as { twins?: ShownTwin[] } | undefined)?.twins ?? []
