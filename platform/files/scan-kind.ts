import { InvalidInput } from '#platform/contract/refusal.ts'
import { FileRefusal } from './refusal.ts'
import { sniffFile, type FileKind } from './sniff.ts'

/** A photograph or a page of a paper, named in the sentence that asks for another file; the name and the claimed type are not looked at. */
export function scanKindOf(bytes: Uint8Array, paper: string): FileKind {
  try {
    const kind = sniffFile(bytes)
    if (kind.family !== 'office') return kind
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    if (error.code === 'EMPTY_FILE') throw new InvalidInput([{ path: ['file'], message: error.message }])
  }
  throw new InvalidInput([{ path: ['file'], message: `请上传${paper}照片（JPG、PNG、WEBP）或 PDF` }])
}
