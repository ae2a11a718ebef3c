import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { App, Skeleton } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { educationWords, joinedByWords, sexWords } from '../rules/words.ts'
import { client, queries, useChanged, type ShownVolunteer } from './api.ts'
import { profileInput, profileLabels, profileValues, type ProfileValues } from './profile-form.ts'
import { ProfileFields } from './ProfileFields.tsx'
import { useVolunteerWords } from './use-volunteer-words.ts'

/** Puts right what is written down about a volunteer. */
export default function CorrectVolunteerPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getVolunteer.queryOptions({ input: { id } }))
  if (asked.isError) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <CorrectForm volunteer={asked.data} /> : <Skeleton active />
}

const yesNoWords = { true: '是', false: '否' }
const yesNo = { isPartyMember: yesNoWords, hasSmartphone: yesNoWords }
/** Fields whose values are codes. */
const codeWords: Record<string, Record<string, string>> = { sex: sexWords, joinedBy: joinedByWords, education: educationWords, ...yesNo }

function CorrectForm({ volunteer }: { volunteer: ShownVolunteer }) {
  const navigate = useNavigate()
  const changed = useChanged()
  const { message } = App.useApp()
  const { named } = useVolunteerWords()
  const { id } = volunteer
  const leave = () => navigate({ to: `/volunteers/${id}` as string })
  const record = useRecordForm<ProfileValues, Parameters<typeof client.correctVolunteer>[0], { id: string }>({
    name: 'volunteer', labels: profileLabels, operation: client.correctVolunteer, initialValues: profileValues(volunteer),
    toInput: (values) => ({
      id, version: values.version ?? volunteer.version, ...profileInput(values),
      ...(values.idNumber === undefined || values.idNumber === '' ? {} : { idNumber: values.idNumber }),
    }),
    refusalFields: { SAME_ID_NUMBER: 'idNumber' },
    showValue: (field, value) => (Array.isArray(value) ? named(value) || value.join('、') : codeWords[field]?.[String(value)]),
    fromCurrent: (data) => profileValues((data as { current: ShownVolunteer }).current),
    onSaved: async () => {
      void message.success('已更正。')
      await changed()
      await leave()
    },
  })
  const hint = volunteer.maskedIdNumber === null ? '加密保存，平时只显示首末位。' : `已登记（${volunteer.maskedIdNumber}）；不改就不填。`
  return (
    <Page title={`更正：${volunteer.name}`} back={{ to: `/volunteers/${id}`, label: volunteer.name }} width="text">
      <Sheet>
        <RecordForm record={record} submitLabel="保存更正" onCancel={() =>
          void leave()}><ProfileFields idNumberHint={hint} introducer={volunteer.introducer} /></RecordForm>
      </Sheet>
    </Page>
  )
}
