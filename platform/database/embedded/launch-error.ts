/** Why the embedded database could not be started; a caller may branch on it, a person reads the sentence. */
export type LaunchErrorCode =
  | 'already-running'
  | 'unsupported-platform'
  | 'binaries-missing'
  | 'binaries-unusable'
  | 'folder-not-writable'
  | 'no-system-user'
  | 'cluster-unreachable'
  | 'cluster-missing'
  | 'cluster-of-other-version'
  | 'cluster-busy'
  | 'initialization-failed'
  | 'start-failed'

/** One bilingual sentence. */
export type Sentence = { zh: string; en: string }

/** The start failed for a reason the person at the machine can act on: one sentence in each language says how. */
export class LaunchError extends Error {
  readonly code: LaunchErrorCode
  readonly zh: string
  readonly en: string

  constructor(code: LaunchErrorCode, sentence: Sentence, cause?: unknown) {
    super(`${sentence.zh} / ${sentence.en}`, cause === undefined ? undefined : { cause })
    this.name = 'LaunchError'
    this.code = code
    this.zh = sentence.zh
    this.en = sentence.en
  }
}
