import { InvalidInput } from '#platform/contract/refusal.ts'
import { FileRefusal } from '#platform/files/refusal.ts'
import { sniffFile, type FileKind } from '#platform/files/sniff.ts'

/** A photograph or a page; the name and the claimed type are not looked at. */
export function scanKindOf(bytes: Uint8Array): FileKind {
  try {
    const kind = sniffFile(bytes)
    if (kind.family !== 'office') return kind
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    if (error.code === 'EMPTY_FILE') throw new InvalidInput([{ path: ['file'], message: error.message }])
  }
  throw new InvalidInput([{ path: ['file'], message: '请上传照片（JPG、PNG、WEBP）或 PDF' }])
}
