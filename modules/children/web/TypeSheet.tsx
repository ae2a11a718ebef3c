import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { HelpTip } from '#platform/ui/pieces/HelpTip.tsx'
import { isGatheringType } from '../rules/main-types.ts'
import { typeNames } from '../rules/words.ts'
import type { ShownCard } from './api.ts'
import { CivilAffairsDialog } from './dialogs/CivilAffairsDialog.tsx'
import { DifferenceText, Types } from './Types.tsx'

/** What our rules derive, with the reason, beside what civil affairs has recognised; and where the two part. */
export function TypeSheet({ child, mayChange }: { child: ShownCard; mayChange: boolean }) {
  const [isEntering, setIsEntering] = useState(false)
  const gathered = child.types.filter(({ type }) => isGatheringType(type))
  const enter = mayChange && <Button onClick={() => setIsEntering(true)}>录入民政认定</Button>
  return (
    <Sheet title="类型" actions={<>{enter}<HelpTip about="两种类型">困难类型由民政部门认定。平台按所记情况和文件规定推算，只供核对，不代替认定。</HelpTip></>}>
      {child.differs && <Alert type="warning" showIcon className="xh-gap" title="推算与认定不一致" description={<DifferenceText {...child} />} />}
      <h3>平台推算</h3>
      {child.types.length === 0 && <p className="xh-secondary">按目前所记情况，没有符合的类型。</p>}
      <ul className="xh-plain">
        {child.types.filter(({ type }) => !isGatheringType(type)).map((derived) => <TypeLine key={derived.type} derived={derived} />)}
      </ul>
      {gathered.length > 0 && (
        <details className="xh-gap">
          <summary>同时属于：{gathered.map(({ type }) => typeNames[type]).join('、')}</summary>
          <ul className="xh-plain">{gathered.map((derived) => <TypeLine key={derived.type} derived={derived} />)}</ul>
        </details>
      )}
      <h3>民政认定</h3>
      <p>
        <Types types={child.civilAffairsTypes} none="还没有录入民政认定。" />
        {child.civilAffairsOn && <span className="xh-secondary"> {child.civilAffairsOn}，{child.civilAffairsSource}</span>}
      </p>
      {isEntering && <CivilAffairsDialog child={child} onClose={() => setIsEntering(false)} />}
    </Sheet>
  )
}

/** One type, since when, why and by which document. */
export function TypeLine({ derived }: { derived: ShownCard['types'][number] }) {
  return (
    <li className="xh-gap">
      <strong>{typeNames[derived.type]}</strong>（{derived.since} 起）
      {derived.reasons.length > 0 && <div>因为：{derived.reasons.join('；')}</div>}
      <div className="xh-secondary">依据：{derived.source}</div>
    </li>
  )
}
