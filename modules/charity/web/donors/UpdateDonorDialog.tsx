import { Modal } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import type { DonorIdentity } from '../../contract.ts'
import { client, type ReadDonor, useChanged } from '../api.ts'
import { typed } from '../names.ts'
import { donorWords, words } from '../words.ts'
import { DonorFields } from './DonorFields.tsx'

type Values = { name?: string; phone?: string; address?: string; contactName?: string; isNamed?: boolean }
type Props = { donor: ReadDonor; identity: DonorIdentity; onClose: () => void; onDone: () => void }

/** Corrects who a donor is; it was opened, on record, before. */
export function UpdateDonorDialog({ donor, identity, onClose, onDone }: Props) {
  const texts = useWords(words)
  const own = useWords(donorWords)
  const changed = useChanged()
  const labels = { name: own.name, phone: own.phone, address: own.address, contactName: own.contact, isNamed: own.isNamed }
  const record = useRecordForm<Values, Parameters<typeof client.updateDonor>[0], unknown>({
    name: 'update-donor', labels, operation: client.updateDonor, initialValues: { ...identity, isNamed: donor.isNamed },
    toInput: ({ name, phone, address, contactName, isNamed }) => ({
      id: donor.id, version: donor.version, isNamed: isNamed ?? false, ...typed('name', name), ...typed('phone', phone), ...typed('address', address),
      ...typed('contactName', contactName),
    }),
    onSaved: async () => { await changed(); onDone() },
  })
  return (
    <Modal open title={own.updateTitle} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <RecordForm record={record} submitLabel={texts.save} onCancel={onClose}><DonorFields kind={donor.kind} isKnown /></RecordForm>
    </Modal>
  )
}
