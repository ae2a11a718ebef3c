import { useEffect, useState } from 'react'
import { BigButton } from '../pieces/BigButton.tsx'
import { Note } from '../pieces/Note.tsx'
import { Screen } from '../pieces/Screen.tsx'
import { useTask } from '../pieces/use-task.ts'
import { usePhone } from '../phone-context.ts'
import { visitOf } from '../rules/recording.ts'
import type { Photo } from '../sending/photo.ts'
import { dropInHand, keepInHand } from '../steps/keep-in-hand.ts'
import { recordVisit } from '../steps/write-letter.ts'
import { useWords } from '../words.ts'
import { Answers } from './Answers.tsx'
import type { At } from './places.ts'
import { PhotoButton } from './PhotoButton.tsx'

/** Everything tapped so far, to look at; a few words and a photograph may be added and never must. */
export function CheckScreen({ place, places }: At<'how' | 'how-long' | 'check'>) {
  const words = useWords()
  const { house } = usePhone()
  const { isBusy, problem, run } = useTask()
  const { of } = place
  const [visit, setVisit] = useState(place.visit)
  const [photos, setPhotos] = useState<Photo[]>([])
  useEffect(() => void keepInHand(house, { kind: 'check', of, visit }), [house, of, visit])
  useEffect(() => () => void dropInHand(house), [house])
  const handleSave = () => run(async () => {
    const recorded = visitOf(visit, of)
    if (recorded === undefined) return
    await recordVisit(house, { visit: recorded, childName: of.childName, photos })
    places.go({ kind: 'saved' })
  })
  return (
    <Screen title={words.checkAndSave} onBack={places.back}>
      <Answers of={of} visit={visit} onChange={part => setVisit({ ...visit, ...part })} />
      {problem && <Note tone="error" icon="notice" role="alert"><p>{problem}</p></Note>}
      <BigButton icon="met" kind="main" disabled={isBusy} onTap={handleSave}>{isBusy ? words.waiting : words.save}</BigButton>
      <p className="field">
        <label htmlFor="note">{words.noteLabel}</label>
        <textarea id="note" rows={3} maxLength={4000} value={visit.note} onChange={event => setVisit({ ...visit, note: event.target.value })} />
        <span className="small">{words.noteHint}</span>
      </p>
      <PhotoButton photos={photos} onChange={setPhotos} />
    </Screen>
  )
}
