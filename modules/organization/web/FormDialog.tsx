import { App, Modal } from 'antd'
import type { ReactNode } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm, type RecordFormOptions } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { useAskAgain } from './api.ts'
import { words } from './words.ts'

export type FormDialogProps<FormValues extends object, Input, Saved> = Omit<RecordFormOptions<FormValues, Input, Saved>, 'onSaved'> & {
  title: string
  onClose: () => void
  onSaved?: (saved: Saved) => void
  children: ReactNode
}

/** One act on a unit or post in a dialog: fields, refusals beside them, and everything shown is asked again afterwards. */
export function FormDialog<FormValues extends object, Input, Saved>({ title, onClose, onSaved, children, ...options }: FormDialogProps<FormValues,
  Input, Saved>) {
  const texts = useWords(words)
  const { message } = App.useApp()
  const askAgain = useAskAgain()
  const record = useRecordForm<FormValues, Input, Saved>({
    ...options,
    onSaved: async saved => {
      void message.success(texts.done)
      await askAgain()
      onClose()
      onSaved?.(saved)
    },
  })
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden>
      <RecordForm record={record} submitLabel={title} onCancel={onClose}>{children}</RecordForm>
    </Modal>
  )
}
