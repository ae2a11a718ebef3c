import { parentPort, workerData } from 'node:worker_threads'
import { runSolver } from './run-solver.ts'
import type { FlatTask } from './solve.ts'

// The thread of one task: solves it, answers, and is ended by who started it.
parentPort?.postMessage(await runSolver(workerData as FlatTask))
