import { parentPort, workerData } from 'node:worker_threads'
import { annotateTables } from './annotate-tables.ts'
import { parseTables } from './parse-tables.ts'
import { SheetRefusal } from './refusal.ts'
import type { SheetAnswer, SheetTask } from './sheet-thread.ts'

/** The thread in which a stranger's file is opened. It does one task, answers once and ends. */
const answer = await perform(workerData as SheetTask)
parentPort?.postMessage(answer)

async function perform(task: SheetTask): Promise<SheetAnswer> {
  try {
    const result = task.kind === 'read' ? await parseTables(task.bytes, task.limits) : await annotateTables(task)
    return { refused: false, result }
  } catch (error) {
    return { refused: true, code: error instanceof SheetRefusal ? error.code : 'DAMAGED', cause: String(error) }
  }
}
