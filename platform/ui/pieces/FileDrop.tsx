import { InboxOutlined } from '@ant-design/icons'
import { Alert, Progress } from 'antd'
import { useId, useRef, useState, type DragEvent } from 'react'
import { toRefusal } from '../api/refusal.ts'
import { useWords } from '../words.ts'
import { findFileObstacle } from './file-limits.ts'

export type FileDropProps<Uploaded> = {
  /** Endings that are taken: `['.xlsx', '.csv']`. */
  endings: readonly string[]
  maxMegabytes?: number
  /** A sentence below the invitation: what the file should hold. */
  hint?: string
  upload: (file: File, onProgress: (percent: number) => void) => Promise<Uploaded>
  onUploaded: (uploaded: Uploaded, file: File) => void
}

/** Takes one file by dropping or choosing, checks its kind and size before sending, and shows how far it has come. */
export function FileDrop<Uploaded>({ endings, maxMegabytes = 20, hint, upload, onUploaded }: FileDropProps<Uploaded>) {
  const words = useWords()
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  const { input, percent, problem, done, take } = useUpload({ endings, maxMegabytes, upload, onUploaded })
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <div className="xh-drop-room">
      <label
        htmlFor={id}
        className={isOver ? 'xh-drop xh-drop-over' : 'xh-drop'}
        onDrop={drop}
        onDragLeave={() => setIsOver(false)}
        onDragOver={event => {
          event.preventDefault()
          setIsOver(true)
        }}
      >
        <InboxOutlined aria-hidden="true" />
        <span>{words.dropFile}</span>
        {hint && <small>{hint}</small>}
        <input
          id={id}
          ref={input}
          type="file"
          accept={endings.join(',')}
          disabled={percent !== undefined}
          onChange={event => void take(event.target.files?.[0])}
        />
      </label>
      {percent !== undefined && <Progress percent={percent} aria-label={words.uploading(percent)} />}
      <div role="status">{done && <Alert type="success" showIcon title={done} />}</div>
      <div role="alert">{problem && <Alert type="error" showIcon title={problem} />}</div>
    </div>
  )
}

type Sending<Uploaded> = Required<Pick<FileDropProps<Uploaded>, 'endings' | 'maxMegabytes' | 'upload' | 'onUploaded'>>

/** One upload at a time: what stands against the file, how far it is, how it ended. */
function useUpload<Uploaded>({ endings, maxMegabytes, upload, onUploaded }: Sending<Uploaded>) {
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [percent, setPercent] = useState<number>()
  const [problem, setProblem] = useState<string>()
  const [done, setDone] = useState<string>()
  const take = async (file: File | undefined) => {
    if (!file || percent !== undefined) return
    const obstacle = findFileObstacle(file, { endings, maxMegabytes })
    setDone(undefined)
    setProblem(obstacle && (obstacle === 'kind' ? words.fileWrongKind(words.listed(endings)) : words.fileTooLarge(maxMegabytes)))
    if (obstacle) return
    setPercent(0)
    try {
      onUploaded(await upload(file, setPercent), file)
      setDone(words.uploaded(file.name))
    } catch (refused) {
      // There is one field: what is said beside it says more than that something is wrong.
      const refusal = toRefusal(refused)
      setProblem(refusal.issues?.[0]?.message ?? refusal.message)
    } finally {
      setPercent(undefined)
      // The same file may be chosen again after it was corrected.
      if (input.current) input.current.value = ''
    }
  }
  return { input, percent, problem, done, take }
}
