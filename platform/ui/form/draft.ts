/**
 * Keeps what was typed in a form for this tab only, so that a closed page or a reload loses nothing.
 * Only fields named safe are kept: what identifies a child is never written to a browser's storage.
 */
const prefix = 'xinhuo.draft.'

export type DraftRule = {
  /** Names the form and the record it is about, `visit:<case id>`. */
  key: string
  /** The fields that may lie in the browser's storage. */
  safeFields: readonly string[]
}

export function keepDraft(rule: DraftRule, values: Record<string, unknown>, storage: Storage = sessionStorage) {
  const safe = Object.fromEntries(rule.safeFields.filter(field => !isEmpty(values[field])).map(field => [field, values[field]]))
  try {
    if (Object.keys(safe).length === 0) storage.removeItem(prefix + rule.key)
    else storage.setItem(prefix + rule.key, JSON.stringify(safe))
  } catch {
    // A full or forbidden storage only means that no draft is kept.
  }
}

/** The kept values, without any field that is no longer called safe. */
export function readDraft(rule: DraftRule, storage: Storage = sessionStorage): Record<string, unknown> | undefined {
  try {
    const kept: unknown = JSON.parse(storage.getItem(prefix + rule.key) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return undefined
    const safe = Object.entries(kept).filter(([field]) => rule.safeFields.includes(field))
    return safe.length > 0 ? Object.fromEntries(safe) : undefined
  } catch {
    return undefined
  }
}

export function forgetDraft(rule: DraftRule, storage: Storage = sessionStorage) {
  storage.removeItem(prefix + rule.key)
}

/** Removes every draft, when somebody signs out of a shared computer. */
export function forgetDrafts(storage: Storage = sessionStorage) {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at))
  for (const key of keys) if (key?.startsWith(prefix)) storage.removeItem(key)
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''
