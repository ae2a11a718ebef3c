import { RightOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'

export type FigureCardProps = {
  label: string
  /** Already written for people: 1,284 or 96.5. Absent while it is being counted. */
  value?: string | undefined
  /** 人, 人次, 元, % … */
  unit?: string
  /** Address of the rows that were counted. */
  to?: string
  /** A short line below: the period, or what it compares with. */
  hint?: ReactNode
  tone?: 'normal' | 'attention' | 'danger'
}

/** One number that opens the records it was counted from. */
export function FigureCard({ label, value, unit, to, hint, tone = 'normal' }: FigureCardProps) {
  const words = useWords()
  const content = (
    <>
      <span className="xh-figure-label">{label}</span>
      {value === undefined
        ? <span className="xh-figure-waiting" role="img" aria-label={words.loading} />
        : <span className="xh-figure-value">{value}{unit && <small>{unit}</small>}</span>}
      {hint && <span className="xh-figure-hint">{hint}</span>}
    </>
  )
  const className = `xh-figure xh-figure-${tone}`
  if (!to) return <div className={className}>{content}</div>
  return (
    <Link to={to} className={className}>
      {content}
      <span className="xh-figure-open">{words.openRows}<RightOutlined aria-hidden="true" /></span>
    </Link>
  )
}

/** Lays figure cards out: as many beside one another as there is room for. */
export const Figures = ({ children }: { children: ReactNode }) => <div className="xh-figures">{children}</div>
