import { FontSizeOutlined } from '@ant-design/icons'
import { Button, Popover, Radio } from 'antd'
import { useState } from 'react'
import type { TextSize } from '../theme.ts'
import { textSizes } from '../theme.ts'
import { useWords, type Language } from '../words.ts'
import { usePreferences } from './preferences.tsx'

/** Each language says its own name, whatever is shown. */
const ownNames: Record<Language, string> = { 'zh-CN': '中文', en: 'English' }

/** Text height and language; also on the sign-in page, because an elder needs it before signing in. */
export function DisplayMenu() {
  const words = useWords()
  const [open, setOpen] = useState(false)
  return (
    <Popover content={<DisplayChoices />} trigger="click" open={open} onOpenChange={setOpen} placement="bottomRight">
      <Button type="text" icon={<FontSizeOutlined aria-hidden="true" />} aria-expanded={open} aria-haspopup="dialog">
        {words.display}
      </Button>
    </Popover>
  )
}

/** The same choices laid out openly, for the drawer and the sign-in page. */
export function DisplayChoices() {
  const words = useWords()
  const { textSize, language, change } = usePreferences()
  return (
    <div className="xh-display" role="group" aria-label={words.display}>
      <fieldset>
        <legend>{words.textSize}</legend>
        <Radio.Group value={textSize} onChange={event => change({ textSize: event.target.value as TextSize })}>
          {(Object.keys(textSizes) as TextSize[]).map(size => (
            <Radio key={size} value={size}>{words.textSizes[size]}</Radio>
          ))}
        </Radio.Group>
      </fieldset>
      <fieldset>
        <legend>{words.language}</legend>
        <Radio.Group value={language} onChange={event => change({ language: event.target.value as Language })}>
          <Radio value="zh-CN"><span lang="zh-CN">{ownNames['zh-CN']}</span></Radio>
          <Radio value="en"><span lang="en">{ownNames.en}</span></Radio>
        </Radio.Group>
      </fieldset>
    </div>
  )
}
