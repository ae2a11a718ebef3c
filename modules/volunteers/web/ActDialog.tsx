import { App, Modal } from 'antd'
import type { ReactNode } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm, type RecordFormOptions } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { useChanged } from './api.ts'
import { words } from './words.ts'

type ActDialogProps<Values extends object, Input, Saved> = Omit<RecordFormOptions<Values, Input, Saved>, 'onSaved'> & {
  title: string
  onClose: () => void
  onSaved?: (saved: Saved) => void
  children: ReactNode
}

/** One act on a volunteer in a dialog; everything shown is asked again afterwards. */
export function ActDialog<Values extends object, Input, Saved>({ title, onClose, onSaved, children, ...options }: ActDialogProps<Values, Input, Saved>) {
  const { saved: savedText } = useWords(words)
  const { message } = App.useApp()
  const changed = useChanged()
  const record = useRecordForm<Values, Input, Saved>({
    ...options,
    onSaved: async (saved) => {
      void message.success(savedText)
      await changed()
      onSaved?.(saved)
      onClose()
    },
  })
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden>
      <RecordForm record={record} submitLabel={title} onCancel={onClose}>{children}</RecordForm>
    </Modal>
  )
}
