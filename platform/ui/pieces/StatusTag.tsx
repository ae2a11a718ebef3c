import { CheckCircleFilled, ClockCircleFilled, ExclamationCircleFilled, InfoCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'info' | 'good' | 'attention' | 'danger'
export type StatusTagProps = { tone: Tone; children: ReactNode }

const icons: Record<Tone, ReactNode> = {
  neutral: <MinusCircleOutlined aria-hidden="true" />,
  info: <InfoCircleFilled aria-hidden="true" />,
  good: <CheckCircleFilled aria-hidden="true" />,
  attention: <ClockCircleFilled aria-hidden="true" />,
  danger: <ExclamationCircleFilled aria-hidden="true" />,
}

/** A state in words, with a sign and a colour that only repeat what the words say. */
export function StatusTag({ tone, children }: StatusTagProps) {
  return <span className={`xh-tag xh-tag-${tone}`}>{icons[tone]}<span>{children}</span></span>
}
