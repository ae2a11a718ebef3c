import { Note } from '../pieces/Note.tsx'
import { Screen } from '../pieces/Screen.tsx'
import { useWords } from '../words.ts'

/** What stands there for the blink in which the store is read. */
export function LoadingScreen() {
  const words = useWords()
  return <Screen title={words.product}><p role="status">{words.opening}</p></Screen>
}

/** A browser without certificate, store or worker: nothing may be written here. */
export function UnfitScreen() {
  const words = useWords()
  return (
    <Screen title={words.unfit}>
      <Note tone="attention" icon="notice"><p>{words.unfitText}</p></Note>
      <a className="button plain" href="/"><span>{words.deskPage}</span></a>
    </Screen>
  )
}
