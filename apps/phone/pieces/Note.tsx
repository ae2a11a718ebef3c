import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

type Props = { tone: 'calm' | 'attention' | 'good' | 'error'; icon: IconName; role?: 'status' | 'alert'; children: ReactNode }

/** Something one should know: calm, worth a look, done, or wrong. */
export function Note({ tone, icon, role, children }: Props) {
  return <div className={`note ${tone}`} role={role}><Icon name={icon} /><div>{children}</div></div>
}
