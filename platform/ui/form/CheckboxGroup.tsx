import { Checkbox, type CheckboxOptionType } from 'antd'

export type CheckboxGroupProps = {
  id?: string
  value?: string[]
  onChange?: (chosen: string[]) => void
  options: readonly CheckboxOptionType<string>[]
}

/** Several of a few, inside a form. A group of boxes may not carry the mark of a required field: the label has it. */
export function CheckboxGroup({ id, value, onChange, options }: CheckboxGroupProps) {
  return (
    <Checkbox.Group<string>
      {...(id ? { id } : {})} {...(value ? { value } : {})} {...(onChange ? { onChange } : {})} options={[...options]}
    />
  )
}
