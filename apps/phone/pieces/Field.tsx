import { useId, type InputHTMLAttributes } from 'react'

/** A field with its name above it. */
export function Field({ label, ...input }: { label: string } & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId()
  return <p className="field"><label htmlFor={id}>{label}</label><input id={id} {...input} /></p>
}
