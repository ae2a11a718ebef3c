import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { App, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, useChanged, type ShownVolunteer } from './api.ts'
import { profileInput, profileValues, type ProfileValues } from './profile-form.ts'
import { ProfileFields } from './ProfileFields.tsx'
import { useVolunteerWords } from './use-volunteer-words.ts'
import { formWords, words } from './words.ts'

/** Puts right what is written down about a volunteer. */
export default function CorrectVolunteerPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getVolunteer.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <CorrectForm volunteer={asked.data} /> : <Skeleton active />
}

/** Fields whose values are codes. */
function useCodeWords(): Record<string, Record<string, string>> {
  const { educationWords, joinedByWords, sexWords } = useWords(words)
  const { yes, no } = useWords()
  const yesNo = { true: yes, false: no }
  return { sex: sexWords, joinedBy: joinedByWords, education: educationWords, isPartyMember: yesNo, hasSmartphone: yesNo }
}

function CorrectForm({ volunteer }: { volunteer: ShownVolunteer }) {
  const texts = useWords(formWords)
  const { listed } = useWords()
  const codeWords = useCodeWords()
  const navigate = useNavigate()
  const changed = useChanged()
  const { message } = App.useApp()
  const { named } = useVolunteerWords()
  const { id } = volunteer
  const leave = () => navigate({ to: `/volunteers/${id}` as string })
  const record = useRecordForm<ProfileValues, Parameters<typeof client.correctVolunteer>[0], { id: string }>({
    name: 'volunteer', labels: texts.fields, operation: client.correctVolunteer, initialValues: profileValues(volunteer),
    toInput: (values) => ({
      id, version: values.version ?? volunteer.version, ...profileInput(values),
      ...(values.idNumber === undefined || values.idNumber === '' ? {} : { idNumber: values.idNumber }),
    }),
    refusalFields: { SAME_ID_NUMBER: 'idNumber' },
    showValue: (field, value) => (Array.isArray(value) ? named(value) || listed(value as string[]) : codeWords[field]?.[String(value)]),
    fromCurrent: (data) => profileValues((data as { current: ShownVolunteer }).current),
    onSaved: async () => {
      void message.success(texts.corrected)
      await changed()
      await leave()
    },
  })
  const hint = volunteer.maskedIdNumber === null ? texts.idNumberLead : texts.idNumberKnown(volunteer.maskedIdNumber)
  return (
    <Page title={texts.correctOf(volunteer.name)} back={{ to: `/volunteers/${id}`, label: volunteer.name }} width="text">
      <Sheet>
        <RecordForm record={record} submitLabel={texts.saveCorrection} onCancel={() =>
          void leave()}><ProfileFields idNumberHint={hint} introducer={volunteer.introducer} /></RecordForm>
      </Sheet>
    </Page>
  )
}
