import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { HelpTip } from '#platform/ui/pieces/HelpTip.tsx'
import { isGatheringType } from '../rules/types/main-types.ts'
import { useWords } from '#platform/ui/words.ts'
import type { ShownCard } from './api.ts'
import { CivilAffairsDialog } from './dialogs/CivilAffairsDialog.tsx'
import { useNames } from './names.ts'
import { DifferenceText, Types } from './Types.tsx'
import { childWords } from './words/child-words.ts'

/** What our rules derive, with the reason, beside what civil affairs has recognised; and where the two part. */
export function TypeSheet({ child, mayChange }: { child: ShownCard; mayChange: boolean }) {
  const texts = useWords(childWords)
  const names = useNames()
  const { listed, joined } = useWords()
  const [isEntering, setIsEntering] = useState(false)
  const gathered = child.types.filter(({ type }) => isGatheringType(type))
  const enter = mayChange && <Button onClick={() => setIsEntering(true)}>{texts.enterCivil}</Button>
  return (
    <Sheet title={texts.types} actions={<>{enter}<HelpTip about={texts.aboutTypes}>{texts.aboutTypesText}</HelpTip></>}>
      {child.differs && <Alert type="warning" showIcon className="xh-gap" title={texts.differences} description={<DifferenceText {...child} />} />}
      <h3>{texts.derived}</h3>
      {child.types.length === 0 && <p className="xh-secondary">{texts.noTypes}</p>}
      <ul className="xh-plain">
        {child.types.filter(({ type }) => !isGatheringType(type)).map((derived) => <TypeLine key={derived.type} derived={derived} facts={child.facts} />)}
      </ul>
      {gathered.length > 0 && (
        <details className="xh-gap">
          <summary>{texts.alsoCounts(listed(gathered.map(({ type }) => names.types[type])))}</summary>
          <ul className="xh-plain">{gathered.map((derived) => <TypeLine key={derived.type} derived={derived} facts={child.facts} />)}</ul>
        </details>
      )}
      <h3>{texts.civil}</h3>
      <p>
        <Types types={child.civilAffairsTypes} none={texts.notEntered} />
        {child.civilAffairsOn && <span className="xh-secondary"> {joined([child.civilAffairsOn, child.civilAffairsSource ?? ''].filter(Boolean))}</span>}
      </p>
      {isEntering && <CivilAffairsDialog child={child} onClose={() => setIsEntering(false)} />}
    </Sheet>
  )
}

/** One type, since when, why and by which document. */
export function TypeLine({ derived, facts }: { derived: ShownCard['types'][number]; facts: ShownCard['facts'] }) {
  const texts = useWords(childWords)
  const names = useNames()
  return (
    <li className="xh-gap">
      <strong>{names.types[derived.type]}</strong>{texts.since(derived.since)}
      {derived.reasons.length > 0 && <div>{texts.because(names.reasonsOf(derived, facts))}</div>}
      <div className="xh-secondary">{texts.basis(derived.source)}</div>
    </li>
  )
}
