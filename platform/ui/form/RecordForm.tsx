import { Alert, Button, Form } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import type { RecordFormHandle } from './use-record-form.ts'

export type RecordFormProps<FormValues extends object> = {
  record: RecordFormHandle<FormValues>
  /** The act in the user's words: 记录走访. */
  submitLabel?: string
  onCancel?: () => void
  children: ReactNode
}

/** Draws a record form: what was refused above, the fields, the buttons, and the choice when two people saved. */
export function RecordForm<FormValues extends object>({ record, submitLabel, onCancel, children }: RecordFormProps<FormValues>) {
  const words = useWords()
  return (
    <>
      <Form<FormValues> {...record.formProps} className="xh-form">
        {record.hasDraft && (
          <Alert
            type="info"
            showIcon
            className="xh-gap"
            title={words.draftFound}
            action={
              <Button size="small" onClick={record.discardDraft}>
                {words.draftDiscard}
              </Button>
            }
          />
        )}
        <FormProblem record={record} />
        {children}
        <div className="xh-form-foot">
          <Button type="primary" htmlType="submit" loading={record.isSaving}>
            {record.isSaving ? words.saving : (submitLabel ?? words.save)}
          </Button>
          {onCancel && (
            <Button onClick={onCancel} disabled={record.isSaving}>
              {words.cancel}
            </Button>
          )}
        </div>
      </Form>
      {record.conflict && (
        <ConflictDialog
          differences={record.conflict.differences}
          labels={record.labels}
          showValue={record.showValue}
          onCancel={record.dismissConflict}
          onResolve={choice => void record.resolveConflict(choice)}
        />
      )}
    </>
  )
}

function FormProblem({
  record,
}: {
  record: { refusal: { message: string; requestId: string | undefined; code: string } | undefined; wrongFields: number }
}) {
  const words = useWords()
  const { refusal, wrongFields } = record
  const sentence = refusal ? (refusal.code === 'DEFECT' ? words.brokenLead : refusal.message) : words.checkFields(wrongFields)
  return (
    <div role="alert">
      {(refusal || wrongFields > 0) && (
        <Alert
          type="error"
          showIcon
          className="xh-gap"
          title={sentence}
          description={refusal?.requestId && refusal.code === 'DEFECT' ? words.labelled(words.requestId, refusal.requestId) : undefined}
        />
      )}
    </div>
  )
}
