import type { Medium } from '#modules/care/contract.ts'
import { BigButton } from '../pieces/BigButton.tsx'
import { minutesWords } from '../pieces/days.ts'
import { Screen } from '../pieces/Screen.tsx'
import { mediaToChoose, minutesToChoose, nextQuestion } from '../rules/recording.ts'
import { useWords } from '../words.ts'
import type { At } from './places.ts'

/** How the visit was made; one tap goes on. */
export function HowScreen({ place: { of, visit }, places }: At<'how' | 'how-long' | 'check'>) {
  const words = useWords()
  const handleMedium = (medium: Medium) => {
    const answered = { ...visit, medium }
    places.go({ kind: nextQuestion(answered) === 'minutes' ? 'how-long' : 'check', of, visit: answered })
  }
  return (
    <Screen title={words.howWasIt} onBack={places.back}>
      <p className="about">{of.childName}</p>
      <div className="tiles">
        {mediaToChoose.map(medium => (
          <BigButton key={medium} icon={medium} onTap={() => handleMedium(medium)}>
            {words.media[medium]}{of.planned?.medium === medium && <small>{words.asPlanned}</small>}
          </BigButton>
        ))}
      </div>
    </Screen>
  )
}

/** How long it was; one tap goes on. */
export function HowLongScreen({ place: { of, visit }, places }: At<'how' | 'how-long' | 'check'>) {
  const words = useWords()
  return (
    <Screen title={words.howLong} onBack={places.back}>
      <p className="about">{of.childName} · {visit.medium === null ? '' : words.media[visit.medium]}</p>
      <div className="tiles">
        {minutesToChoose.map(minutes => (
          <BigButton key={minutes} icon="clock" onTap={() => places.go({ kind: 'check', of, visit: { ...visit, minutes } })}>
            {minutesWords(minutes, words)}
          </BigButton>
        ))}
      </div>
    </Screen>
  )
}
