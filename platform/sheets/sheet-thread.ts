import { Worker } from 'node:worker_threads'
import type { AnnotationTask } from './annotate-tables.ts'
import type { SheetLimits } from './limits.ts'
import { SheetRefusal, type SheetRefusalCode } from './refusal.ts'

/** What the reading thread can be asked to do. */
export type SheetTask = { kind: 'read'; bytes: Uint8Array; limits: SheetLimits } | AnnotationTask

/** What it answers; anything it trips over in a stranger's file counts as a damaged file. */
export type SheetAnswer = { refused: false; result: unknown } | { refused: true; code: SheetRefusalCode; cause: string }

/** Runs one task in a thread of its own, bounded in memory and time, which is gone afterwards whatever happened. */
export async function runInSheetThread(task: SheetTask): Promise<unknown> {
  const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), {
    workerData: task,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: task.limits.memoryMiB },
  })
  try {
    const answer = await waitForAnswer(worker, task.limits.deadlineMs)
    if (!answer.refused) return answer.result
    throw Object.assign(new SheetRefusal(answer.code), { cause: answer.cause })
  } finally {
    await worker.terminate()
  }
}

function waitForAnswer(worker: Worker, deadlineMs: number): Promise<SheetAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new SheetRefusal('TOO_SLOW')), deadlineMs)
    worker.once('message', (answer: SheetAnswer) => {
      clearTimeout(timer)
      resolve(answer)
    })
    worker.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new SheetRefusal('TOO_LARGE') : error)
    })
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('the reading thread ended without an answer'))
    })
  })
}
