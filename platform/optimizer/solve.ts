import { Worker } from 'node:worker_threads'

/** One decision: what taking it wholly is worth, and how much of which limit it uses. */
export type Decision = {
  gain: number
  /** Limit → how much of it is used. */
  uses: readonly (readonly [limit: number, amount: number])[]
}

/** How far is each decision taken, from 0 to 1, so that together they gain most while no limit is exceeded? */
export type Task = { decisions: readonly Decision[]; limits: readonly number[] }

/** The best answer: how far each decision is taken (wholly or not at all where the limits form a network), and what that gains. */
export type Solution = { taken: number[]; gain: number }

/** The same in flat arrays, the form in which a task goes to the solver's thread. */
export type FlatTask = {
  gains: Float64Array; limits: Float64Array; starts: Int32Array; rows: Int32Array; amounts: Float64Array; seconds: number
}
/** What the thread answers. */
export type FlatAnswer = { solved: true; values: Float64Array; gain: number } | { solved: false; status: string }

/** The solver found no best choice within its time. */
export class Unsolved extends Error {}

/** Solves a task, wherever it runs; the signal ends it at once. */
export type Solve = (task: Task, options: { seconds: number; signal?: AbortSignal }) => Promise<Solution>

/**
 * Solves a task with HiGHS in a thread of its own, so that the program goes on answering; `signal` ends it at once.
 * Throws Unsolved when `seconds` did not suffice, and the signal's reason when it was ended.
 */
export async function solve(task: Task, options: { seconds: number; signal?: AbortSignal }): Promise<Solution> {
  options.signal?.throwIfAborted()
  const worker = new Worker(new URL('./solver-thread.ts', import.meta.url), {
    workerData: flatten(task, options.seconds), env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
  const end = () => void worker.terminate()
  options.signal?.addEventListener('abort', end)
  try {
    const answer = await answerOf(worker, options.signal)
    if (!answer.solved) throw new Unsolved(answer.status)
    return { taken: Array.from(answer.values), gain: answer.gain }
  } finally {
    options.signal?.removeEventListener('abort', end)
    await worker.terminate()
  }
}

function answerOf(worker: Worker, signal: AbortSignal | undefined): Promise<FlatAnswer> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(signal?.aborted === true ? signal.reason as Error : new Error('the solver ended without an answer')))
  })
}

/** A task as the solver's thread takes it. */
export function flatten({ decisions, limits }: Task, seconds: number): FlatTask {
  const count = decisions.reduce((sum, { uses }) => sum + uses.length, 0)
  const flat: FlatTask = {
    gains: Float64Array.from(decisions, ({ gain }) => gain),
    limits: Float64Array.from(limits), starts: new Int32Array(decisions.length + 1), rows: new Int32Array(count), amounts: new Float64Array(count), seconds,
  }
  let at = 0
  for (const [index, { uses }] of decisions.entries()) {
    for (const [limit, amount] of uses) {
      flat.rows[at] = limit
      flat.amounts[at] = amount
      at++
    }
    flat.starts[index + 1] = at
  }
  return flat
}
