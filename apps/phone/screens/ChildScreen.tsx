import { useEffect } from 'react'
import type { Outcome } from '#modules/care/contract.ts'
import { BigButton } from '../pieces/BigButton.tsx'
import { dayOf, dayWords } from '../pieces/days.ts'
import { Icon } from '../pieces/icons.tsx'
import { Screen } from '../pieces/Screen.tsx'
import { usePhone } from '../phone-context.ts'
import { visitToRecord } from '../rules/recording.ts'
import { tellRead } from '../steps/write-letter.ts'
import { useWords } from '../words.ts'
import type { At } from './places.ts'
import { Arrangement } from './VisitCard.tsx'

/** One child: where, whom to call, and the first question. Looking is recorded. */
export function ChildScreen({ place: { of }, places }: At<'child'>) {
  const words = useWords()
  const { house, language } = usePhone()
  useEffect(() => void tellRead(house, of.caseId), [house, of.caseId])
  const handleOutcome = (outcome: Outcome) =>
    places.go({ kind: 'how', of, visit: { ...visitToRecord(of, dayOf(Date.now())), outcome } })
  return (
    <Screen title={of.childName} onBack={places.back}>
      <div className="card">
        {of.ageWords !== null && <p>{of.ageWords}</p>}
        {of.address !== null && <p className="arranged"><Icon name="home" /><span>{of.address}</span></p>}
        <p>{of.lastMadeOn === null ? words.neverMade : words.lastMade(dayWords(of.lastMadeOn, language))}</p>
        <Arrangement of={of} />
      </div>
      <h2>{words.wereYouThere}</h2>
      <div className="stack">
        <BigButton icon="met" kind="main" onTap={() => handleOutcome('made')}>{words.met}<small>{words.metLead}</small></BigButton>
        <BigButton icon="missed" onTap={() => handleOutcome('attempted')}>{words.missed}<small>{words.missedLead}</small></BigButton>
      </div>
      {of.phones.map(({ who, phone }) => (
        <a key={phone} className="button plain" href={`tel:${phone}`}><Icon name="call" /><span>{words.callWhom(who)}<small>{phone}</small></span></a>
      ))}
      <BigButton icon="shield" kind="grave" onTap={() => places.go({ kind: 'harm', about: [of.childName, of.ageWords].filter(Boolean).join(' ') })}>
        {words.harm}<small>{words.harmLead}</small>
      </BigButton>
    </Screen>
  )
}
