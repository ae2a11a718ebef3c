import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

type Props = {
  icon: IconName
  children: ReactNode
  onTap: () => void
  /** `main`: what one came for; `plain`: everything else; `grave`: what harms if tapped by mistake, or harm itself. */
  kind?: 'main' | 'plain' | 'grave'
  disabled?: boolean
  /** Said in place of the words, where the same words stand several times. */
  label?: string
  /** Chosen among several. */
  pressed?: boolean
  /** Stands several times on a screen: the voice does not repeat it. */
  silent?: boolean
}

/** A button for a thumb of seventy-five: a drawing and a word. */
export function BigButton({ icon, children, onTap, kind = 'plain', disabled, label, pressed, silent }: Props) {
  return (
    <button
      type="button" className={`button ${kind}`} onClick={onTap} disabled={disabled} aria-label={label} aria-pressed={pressed}
      {...(silent ? { 'data-silent': '' } : {})}
    >
      <Icon name={icon} /><span>{children}</span>
    </button>
  )
}
