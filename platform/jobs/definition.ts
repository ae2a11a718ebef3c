import type { Context, RunStep } from '#platform/http/context.ts'

/** What a job is told: the audit row it listens to, or nothing for a scheduled one. */
export type JobEvent = {
  entryId: string
  verb: string
  subjectKind: string
  subjectId: string | null
  scopeCode: string
  details: Record<string, unknown>
}

/** What a job does once its transaction has ended: it asks another program and notes each answer in a short transaction of its own. */
export type Outside = (run: RunStep) => Promise<void>

/** A background job: runs under the whole city, may run twice for one event and must then do nothing more. */
export type JobDefinition = {
  /** verb + what, kebab-case, e.g. tell-superior-of-closing. */
  name: string
  /** Verbs of audit rows that start it. */
  listensTo?: readonly string[]
  /** Times at which it runs by itself, crontab form, China time. */
  schedule?: string
  /** A job that asks another program gives back what it does outside of the transaction. */
  run: (context: Context, event: JobEvent | null) => Promise<void | Outside>
  /**
   * For a job so small that queueing it would cost more than itself: the events of one verb that are relayed together come in one call
   * and one transaction, instead of `run` once for each.
   */
  runTogether?: (context: Context, events: readonly JobEvent[]) => Promise<void>
}
