/** What an import page gives to the wizard; the wizard knows no record and no address. */
export type ImportField = {
  key: string
  label: string
  isRequired?: boolean
  /** What may stand in the column, in a few words. */
  hint?: string
}

/** The uploaded workbook as the server understood it. */
export type ImportSheet = {
  importId: string
  /** Headings found, in the order of the sheet. */
  columns: readonly { key: string; heading: string; sample?: string | undefined }[]
  /** Field key → column key, as the server guesses it from the headings. */
  suggested: Record<string, string>
}

export type ImportProblem = { row: number; column?: string | undefined; message: string }

export type ImportPreview = {
  good: number
  bad: number
  /** What the good rows would do, where that is not plain. */
  note?: string | undefined
  /** What the button says where the rows are not imported at once but decided first. */
  next?: string | undefined
  /** The first problems; all of them stand in the marked workbook. */
  problems: readonly ImportProblem[]
  /** Address of the user's own workbook with the reasons in comments. */
  markedFileUrl?: string | undefined
}

export type ImportOutcome = { created: number; updated: number; canUndo: boolean }
export type ImportUndone = { undone: number; left: readonly { label: string; reason: string }[] }

export type ImportCallbacks = {
  upload: (file: File, onProgress: (percent: number) => void) => Promise<ImportSheet>
  preview: (importId: string, mapping: Record<string, string>) => Promise<ImportPreview>
  commit: (importId: string, mapping: Record<string, string>, onProgress: (percent: number) => void) => Promise<ImportOutcome>
  undo: (importId: string) => Promise<ImportUndone>
}

/** The required fields that no column was chosen for. */
export function findUnmappedFields(fields: readonly ImportField[], mapping: Record<string, string>): ImportField[] {
  return fields.filter(field => field.isRequired && !mapping[field.key])
}
