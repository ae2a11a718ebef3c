/** A form bound to one operation of a contract: refusals land beside their field and nothing typed is ever thrown away. */
import { Form, type FormInstance, type FormProps } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { CallContext } from '../client.ts'
import { isRefusal, toRefusal, type Refusal } from '../api/refusal.ts'
import { forgetDraft, keepDraft, readDraft, type DraftRule } from './draft.ts'
import { makeSubmissionKey } from './submission-key.ts'
import { compareVersions, mergeVersions, type Difference, type Side, type Values } from './versions.ts'

export type RecordFormOptions<FormValues extends object, Input, Saved> = {
  /** Names the form; field ids begin with it. */
  name: string
  /** What the form does: `api.visits.record`. */
  operation: (input: Input, options: { context: CallContext }) => Promise<Saved>
  /** The values the form opens with; a `version` among them need not have a field. */
  initialValues: Partial<FormValues>
  toInput: (values: FormValues) => Input
  onSaved: (saved: Saved) => void | Promise<void>
  /** The name of each field for people, also the fields that are compared when two people saved. */
  labels: Partial<Record<keyof FormValues & string, string>>
  /** Which field a refusal belongs to: `{ PHONE_ALREADY_KNOWN: 'phone' }`; others stand above the form. */
  refusalFields?: Record<string, keyof FormValues & string>
  /** Where an input's path differs from the field's name: `{ 'person.phone': 'phone' }`. */
  issueFields?: Record<string, keyof FormValues & string>
  draft?: DraftRule
  /** The stored record out of a STALE refusal's data, as this form's values; by default `data.current` with `data.version`. */
  fromCurrent?: (data: unknown) => Partial<FormValues>
  /** How a value reads for people where two versions stand side by side; what it does not know is shown as it is. */
  showValue?: (field: string, value: unknown) => string | undefined
}

export type Conflict = { differences: Difference[]; theirs: Values }

export type RecordFormHandle<FormValues extends object> = {
  form: FormInstance<FormValues>
  /** Spread on antd's `<Form>`; `<RecordForm>` does it. */
  formProps: FormProps<FormValues>
  labels: Partial<Record<string, string>>
  isSaving: boolean
  /** The refusal that belongs to no field. */
  refusal: Refusal | undefined
  /** How many fields were refused at the last attempt. */
  wrongFields: number
  conflict: Conflict | undefined
  showValue: ((field: string, value: unknown) => string | undefined) | undefined
  resolveConflict: (choice: Record<string, Side>) => Promise<void>
  dismissConflict: () => void
  hasDraft: boolean
  discardDraft: () => void
}

export function useRecordForm<FormValues extends object, Input, Saved>(
  options: RecordFormOptions<FormValues, Input, Saved>,
): RecordFormHandle<FormValues> {
  const [form] = Form.useForm<FormValues>()
  const draft = useDraft(form, options)
  const saving = useSaving(form, options, draft.forget)
  const { conflict, setConflict, save } = saving
  return {
    form,
    labels: options.labels,
    formProps: {
      form,
      name: options.name,
      layout: 'vertical',
      scrollToFirstError: { focus: true },
      validateTrigger: 'onBlur',
      initialValues: draft.openedWith,
      onValuesChange: (changed: object) => {
        draft.keep()
        saving.clearRefused(Object.keys(changed))
      },
      onFinish: () => void save(),
      onFinishFailed: ({ errorFields }) => saving.setWrongFields(errorFields.length),
    },
    isSaving: saving.isSaving,
    refusal: saving.refusal,
    wrongFields: saving.wrongFields,
    conflict,
    showValue: options.showValue,
    resolveConflict: async choice => {
      if (!conflict) return
      const merged = mergeVersions(allValues(form), conflict.differences, choice)
      // What has no field of its own (the version above all) follows the stored record.
      const unseen = Object.entries(conflict.theirs).filter(([field]) => !(field in options.labels))
      form.setFieldsValue({ ...merged, ...Object.fromEntries(unseen) } as never)
      setConflict(undefined)
      await save()
    },
    dismissConflict: () => setConflict(undefined),
    hasDraft: draft.isRestored,
    discardDraft: draft.discard,
  }
}

/** Every value of the form, those without a field included. */
const allValues = (form: { getFieldsValue: (all: true) => unknown }) => form.getFieldsValue(true) as Values

function useDraft<FormValues extends object, Input, Saved>(
  form: FormInstance<FormValues>,
  options: RecordFormOptions<FormValues, Input, Saved>,
) {
  const rule = options.draft
  const [kept] = useState(() => (rule ? readDraft(rule) : undefined))
  const [isRestored, setIsRestored] = useState(kept !== undefined)
  const forget = () => {
    if (rule) forgetDraft(rule)
    setIsRestored(false)
  }
  return {
    openedWith: { ...options.initialValues, ...kept } as NonNullable<FormProps<FormValues>['initialValues']>,
    keep: () => {
      if (rule) keepDraft(rule, allValues(form))
    },
    isRestored,
    forget,
    discard: () => {
      forget()
      const fields = Object.keys({ ...kept, ...options.initialValues })
      const opened: Values = { ...options.initialValues }
      form.setFieldsValue(Object.fromEntries(fields.map(field => [field, opened[field]])) as never)
    },
  }
}

function useSaving<FormValues extends object, Input, Saved>(
  form: FormInstance<FormValues>,
  options: RecordFormOptions<FormValues, Input, Saved>,
  forget: () => void,
) {
  const [isSaving, setIsSaving] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const [wrongFields, setWrongFields] = useState(0)
  const [conflict, setConflict] = useState<Conflict>()
  const submission = useRef(makeSubmissionKey())
  const running = useRef(false)
  /** Fields beside which an answer of the server stands; a field without rules of its own would keep it whatever is typed. */
  const refused = useRef<string[]>([])
  useEffect(() => setWrongFields(0), [options.name])

  const clearRefused = (changed: readonly string[]) => {
    const cleared = refused.current.filter(field => changed.includes(field))
    if (cleared.length === 0) return
    refused.current = refused.current.filter(field => !changed.includes(field))
    form.setFields(cleared.map(field => ({ name: [field], errors: [] })) as never)
  }

  const place = (problem: Refusal) => {
    if (isRefusal(problem, 'STALE')) return setConflict(conflictOf(allValues(form), options, problem))
    const fields = fieldErrors(options, problem)
    setWrongFields(fields.length)
    if (fields.length === 0) return setRefusal(problem)
    form.setFields(fields as never)
    refused.current = fields.flatMap(({ name }) => name)
    const first = fields[0]
    if (first) form.scrollToField(first.name as never, { focus: true })
  }
  const save = async () => {
    // A second click before the first answer is the same submission, not another one.
    if (running.current) return
    running.current = true
    setIsSaving(true)
    setRefusal(undefined)
    setWrongFields(0)
    clearRefused(refused.current)
    try {
      const input = options.toInput(allValues(form) as FormValues)
      const saved = await options.operation(input, { context: { idempotencyKey: submission.current.keyFor(input) } })
      submission.current.finish()
      forget()
      await options.onSaved(saved)
    } catch (problem) {
      place(toRefusal(problem))
    } finally {
      running.current = false
      setIsSaving(false)
    }
  }
  return { isSaving, refusal, wrongFields, setWrongFields, clearRefused, conflict, setConflict, save }
}

type Placing = {
  initialValues: object
  labels: Partial<Record<string, string>>
  refusalFields?: Record<string, string>
  issueFields?: Record<string, string>
  fromCurrent?: (data: unknown) => object
}

function conflictOf(mine: Values, options: Placing, problem: Refusal): Conflict {
  const theirs = { ...(options.fromCurrent ?? currentOf)(problem.data) } as Values
  const fields = Object.keys(options.labels).filter(field => field in theirs)
  return { theirs, differences: compareVersions(fields, { opened: { ...options.initialValues }, mine, theirs }) }
}

/** The common shape of STALE: the stored values and the version with which the next attempt is made. */
function currentOf(data: unknown): object {
  const { current, version } = (data ?? {}) as { current?: object; version?: number }
  return { ...current, ...(version === undefined ? {} : { version }) }
}

/** The refusal as errors of fields; empty when it belongs to none that the form shows. */
function fieldErrors(options: Placing, problem: Refusal): { name: string[]; errors: string[] }[] {
  const single = options.refusalFields?.[problem.code]
  if (single) return [{ name: [single], errors: [problem.message] }]
  const byField = new Map<string, string[]>()
  for (const issue of problem.issues ?? []) {
    const path = issue.path.map(String)
    const field = options.issueFields?.[path.join('.')] ?? path.find(part => part in options.labels)
    if (field) byField.set(field, [...(byField.get(field) ?? []), issue.message])
  }
  return [...byField].map(([field, errors]) => ({ name: [field], errors }))
}
