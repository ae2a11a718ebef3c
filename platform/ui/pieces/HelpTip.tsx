import { QuestionCircleOutlined } from '@ant-design/icons'
import { Popover } from 'antd'
import { useState, type ReactNode } from 'react'
import { useWords } from '../words.ts'

export type HelpTipProps = { about: string; children: ReactNode }

/** A question mark that explains a word or a figure; opens by click or key, not only under a mouse. */
export function HelpTip({ about, children }: HelpTipProps) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  return (
    <Popover content={<div className="xh-help">{children}</div>} title={about} trigger="click" open={open} onOpenChange={setOpen}>
      <button
        type="button" className="xh-help-button" aria-label={words.labelled(words.help, about)} aria-expanded={open}
        onKeyDown={event => { if (event.key === 'Escape') setOpen(false) }}
      >
        <QuestionCircleOutlined aria-hidden="true" />
      </button>
    </Popover>
  )
}
