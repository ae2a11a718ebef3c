import { Button, Select } from 'antd'
import { useWords } from '../words.ts'
import { findUnmappedFields, type ImportField, type ImportSheet } from './import-wizard.ts'

type MappingStepProps = {
  fields: readonly ImportField[]
  sheet: ImportSheet
  mapping: Record<string, string>
  busy: boolean
  onChange: (mapping: Record<string, string>) => void
  onCheck: () => void
  onBack: () => void
}

/** Which column of the user's sheet each field comes from. */
export function MappingStep({ fields, sheet, mapping, busy, onChange, onCheck, onBack }: MappingStepProps) {
  const words = useWords()
  const unmapped = new Set(findUnmappedFields(fields, mapping))
  const options = [
    { value: '', label: words.importNoColumn },
    ...sheet.columns.map(column => ({ value: column.key, label: column.heading })),
  ]
  const sampleOf = (field: ImportField) => sheet.columns.find(column => column.key === mapping[field.key])?.sample
  return (
    <>
      <p>{words.importMappingLead}</p>
      <div className="xh-mapping">
        {fields.map(field => (
          <div key={field.key} className="xh-mapping-row">
            <label htmlFor={`column-${field.key}`}>
              {field.label}
              {field.isRequired && <span className="xh-needed">{words.aside(words.required)}</span>}
              {field.hint && <small>{field.hint}</small>}
            </label>
            <Select
              id={`column-${field.key}`}
              value={mapping[field.key] ?? ''}
              options={options}
              className="xh-select"
              {...(unmapped.has(field) ? { status: 'error' as const } : {})}
              onChange={column => onChange({ ...mapping, [field.key]: column })}
            />
            <small>
              {unmapped.has(field)
                ? words.importColumnNeeded(field.label)
                : sampleOf(field) && `${words.importSample} ${sampleOf(field)}`}
            </small>
          </div>
        ))}
      </div>
      <div className="xh-form-foot">
        <Button type="primary" disabled={unmapped.size > 0} loading={busy} onClick={onCheck}>
          {words.importCheck}
        </Button>
        <Button onClick={onBack}>{words.back}</Button>
      </div>
    </>
  )
}
