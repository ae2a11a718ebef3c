import { useId, useState, type ChangeEvent } from 'react'
import { BigButton } from '../pieces/BigButton.tsx'
import { Icon } from '../pieces/icons.tsx'
import { Note } from '../pieces/Note.tsx'
import { shrinkPhoto, type Photo } from '../sending/photo.ts'
import { useWords } from '../words.ts'

const most = 3

/** A photograph may be attached, and is never asked for. */
export function PhotoButton({ photos, onChange }: { photos: readonly Photo[]; onChange: (photos: Photo[]) => void }) {
  const words = useWords()
  const id = useId()
  const [problem, setProblem] = useState<string>()
  const handleFiles = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...event.target.files ?? []]
    event.target.value = ''
    try {
      const taken = await Promise.all(files.slice(0, most - photos.length).map(shrinkPhoto))
      setProblem(files.length > most - photos.length ? words.photosFull : undefined)
      onChange([...photos, ...taken])
    } catch {
      setProblem(words.photoFailed)
    }
  }
  return (
    <div className="stack">
      {problem && <Note tone="attention" icon="notice" role="status"><p>{problem}</p></Note>}
      {photos.length < most && (
        <label className="button plain" htmlFor={id}>
          <Icon name="photo" /><span>{words.photo}</span>
          <input id={id} className="visually-hidden" type="file" accept="image/*" multiple onChange={event => void handleFiles(event)} />
        </label>
      )}
      {photos.length > 0 && <p role="status">{words.photoTaken(photos.length)}</p>}
      {photos.length > 0 && <BigButton icon="missed" onTap={() => onChange([])}>{words.dropPhotos}</BigButton>}
    </div>
  )
}
