import { Modal } from 'antd'
import type { ReactNode } from 'react'

/** A form in a dialog that brings its own buttons. */
export function FormDialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  return <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={640}>{children}</Modal>
}
