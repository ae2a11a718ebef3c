/** Asking before something that matters: a plain yes, or a reason that goes into the audit record. */
import { Alert, Form, Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { sentenceOf, toRefusal } from '../api/refusal.ts'
import { useWords } from '../words.ts'

export type ConfirmDialogProps = {
  open: boolean
  /** A question that names the act: 撤销这次导入？ */
  title: string
  /** What will happen and whether it can be taken back. */
  children?: ReactNode
  confirmLabel: string
  isDangerous?: boolean
  onConfirm: () => Promise<void> | void
  onCancel: () => void
}

export function ConfirmDialog({ open, title, children, confirmLabel, isDangerous = false, onConfirm, onCancel }: ConfirmDialogProps) {
  const words = useWords()
  const { busy, problem, run } = useAct(onConfirm)
  return (
    <Modal
      open={open}
      title={title}
      okText={confirmLabel}
      cancelText={words.cancel}
      okButtonProps={{ danger: isDangerous, loading: busy }}
      onOk={() => void run()}
      onCancel={onCancel}
      destroyOnHidden
    >
      <Problem sentence={problem} />
      {children}
    </Modal>
  )
}

export type ReasonDialogProps = Omit<ConfirmDialogProps, 'onConfirm'> & {
  /** What the field asks for, where it is not the reason alone. */
  label?: string
  /** What to write there; the usual one says that it is kept in the audit. */
  placeholder?: string
  /** Nothing need be written. */
  isOptional?: boolean
  /** Shortest reason that says anything, in characters. */
  minLength?: number
  /** As much as the operation takes. */
  maxLength?: number
  /** Reasons that are often right; one tap writes them into the field. */
  presets?: readonly string[]
  onConfirm: (reason: string) => Promise<void> | void
}

/** Asks why, before a sensitive act such as opening a child's file or voiding a visit. */
export function ReasonDialog({
  open,
  title,
  children,
  confirmLabel,
  isDangerous = false,
  label,
  placeholder,
  isOptional = false,
  minLength = 4,
  maxLength = 500,
  presets = [],
  onConfirm,
  onCancel,
}: ReasonDialogProps) {
  const words = useWords()
  const [form] = Form.useForm<{ reason: string }>()
  const { busy, problem, run } = useAct(() => onConfirm(((form.getFieldValue('reason') as string | undefined) ?? '').trim()))
  const isLongEnough = async (_rule: unknown, reason: string | undefined) => {
    const { length } = (reason ?? '').trim()
    if (length < minLength && !(isOptional && length === 0)) throw new Error(words.reasonShort(minLength))
  }
  return (
    <Modal
      open={open}
      title={title}
      okText={confirmLabel}
      cancelText={words.cancel}
      okButtonProps={{ danger: isDangerous, loading: busy }}
      onOk={() => form.submit()}
      onCancel={onCancel}
      destroyOnHidden
    >
      <Problem sentence={problem} />
      {children}
      <Form form={form} name="reason-dialog" layout="vertical" preserve={false} onFinish={() => void run()} validateTrigger="onBlur">
        <Form.Item name="reason" label={label ?? words.reason} required={!isOptional} rules={[{ validator: isLongEnough }]}>
          <Input.TextArea rows={3} maxLength={maxLength} showCount placeholder={placeholder ?? words.reasonPlaceholder} autoFocus />
        </Form.Item>
        {presets.length > 0 && (
          <div className="xh-presets">
            {presets.map(preset => (
              <button key={preset} type="button" className="xh-preset" onClick={() => form.setFieldValue('reason', preset)}>
                {preset}
              </button>
            ))}
          </div>
        )}
      </Form>
    </Modal>
  )
}

/** Runs an act once at a time and keeps the sentence with which it was refused. */
function useAct(act: () => Promise<void> | void) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const run = async () => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      await act()
    } catch (refused) {
      setProblem(sentenceOf(toRefusal(refused)))
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, run }
}

function Problem({ sentence }: { sentence: string | undefined }) {
  return <div role="alert">{sentence && <Alert type="error" showIcon title={sentence} className="xh-gap" />}</div>
}
