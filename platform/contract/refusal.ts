/**
 * A refusal that the contract of the operation declares (or one of the common ones): thrown by name, rolled back,
 * and turned into the contract's typed error with its Chinese sentence at one place, platform/http.
 */
export class Refusal extends Error {
  readonly code: string
  readonly data: unknown

  constructor(code: string, data?: unknown) {
    super(code)
    this.code = code
    this.data = data
  }
}

/** One field of the input that cannot be accepted, shown beside the field. */
export type FieldIssue = { path: (string | number)[]; message: string }

/** The input cannot be accepted for a reason that only the server knows; shown beside the fields. */
export class InvalidInput extends Refusal {
  constructor(issues: FieldIssue[]) {
    super('INVALID_INPUT', { issues })
  }
}
