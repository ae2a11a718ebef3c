import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Radio } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { DonorKind } from '../../contract.ts'
import { client, type ShownDonor, useChanged } from '../api.ts'
import { typed, useChoices } from '../names.ts'
import { donorWords, words } from '../words.ts'
import { DonorFields } from './DonorFields.tsx'
import { TwinDonors } from './TwinDonors.tsx'

type Values = { kind: DonorKind; name?: string; creditCode?: string; phone?: string; address?: string; contactName?: string; isNamed?: boolean }
type Written = Parameters<typeof client.registerDonor>[0]

/** Registers a donor, after a look at who may be the same. */
export default function RegisterDonorPage() {
  const texts = useWords(words)
  const own = useWords(donorWords)
  const { unit } = useSession()
  const navigate = useNavigate()
  const changed = useChanged()
  const { donorKinds } = useChoices()
  const [twins, setTwins] = useState<readonly ShownDonor[]>()
  const [problem, setProblem] = useState<string>()
  const labels = { kind: texts.kind, name: own.name, creditCode: own.code, phone: own.phone, address: own.address, contactName: own.contact,
    isNamed: own.isNamed }
  const record = useRecordForm<Values, Written, ShownDonor>({
    name: 'register-donor', labels, operation: client.registerDonor, initialValues: { kind: 'person' },
    toInput: values => writtenOf(values, { unit: unit.code, isAnother: (twins?.length ?? 0) > 0 }),
    onSaved: async saved => { await changed(); await navigate({ to: `/donors/${saved.id}` }) },
  })
  const kind = Form.useWatch('kind', record.form) ?? 'person'
  const look = async () => {
    setProblem(undefined)
    const { name, phone, creditCode } = record.form.getFieldsValue()
    try {
      setTwins((await client.findTwinDonors({ ...typed('name', name), ...typed('phone', phone), ...typed('creditCode', creditCode) })).items)
    } catch (error) {
      setProblem(toRefusal(error).message)
    }
  }
  const isLooked = kind === 'anonymous' || twins !== undefined
  return (
    <Page title={own.register} lead={own.lead} width="text" back={{ to: '/donors', label: texts.donors }}>
      <Sheet>
        <RecordForm record={record} submitLabel={(twins?.length ?? 0) > 0 ? own.another : own.register}>
          <Form.Item name="kind" label={texts.kind}><Radio.Group options={donorKinds} onChange={() => setTwins(undefined)} /></Form.Item>
          <DonorFields kind={kind} />
          {kind !== 'anonymous' && <Button className="xh-gap" onClick={() => void look()}>{own.look}</Button>}
          <div role="alert">{problem && <Alert type="error" showIcon className="xh-gap" title={problem} />}</div>
          <div role="status">{isLooked && kind !== 'anonymous' && <TwinDonors twins={twins ?? []} />}</div>
        </RecordForm>
      </Sheet>
    </Page>
  )
}

const writtenOf = ({ kind, name, creditCode, phone, address, contactName, isNamed }: Values, more: { unit: string; isAnother: boolean }): Written => ({
  ...more, kind, isNamed: kind !== 'anonymous' && (isNamed ?? false),
  ...(kind === 'anonymous' ? {} : { ...typed('name', name), ...typed('phone', phone), ...typed('address', address) }),
  ...(kind === 'enterprise' ? { ...typed('creditCode', creditCode), ...typed('contactName', contactName) } : {}),
})
