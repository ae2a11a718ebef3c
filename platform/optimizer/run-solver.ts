import loadHighs from 'highs'
import type { FlatAnswer, FlatTask } from './solve.ts'

/** Hands a task to HiGHS in its own form and waits; the thread it runs in does nothing else meanwhile. */
export async function runSolver(task: FlatTask): Promise<FlatAnswer> {
  const columns = task.gains.length
  if (columns === 0) return { solved: true, values: new Float64Array(), gain: 0 }
  const highs = await loadHighs()
  const rows = task.limits.length
  return highs.withModel({
    numCols: columns, numRows: rows, sense: highs.constants.objectiveSense.maximize,
    colCost: task.gains, colLower: new Float64Array(columns), colUpper: new Float64Array(columns).fill(1),
    rowLower: new Float64Array(rows).fill(-highs.infinity), rowUpper: task.limits,
    matrix: { format: 'csc', numRows: rows, numCols: columns, starts: task.starts, indices: task.rows, values: task.amounts },
  }, (model): FlatAnswer => {
    model.options.set({ output_flag: false, time_limit: task.seconds })
    model.run()
    const status = model.getModelStatus()
    return status === highs.constants.modelStatus.optimal
      ? { solved: true, values: Float64Array.from(model.getSolution().colValue), gain: model.getObjectiveValue() }
      : { solved: false, status: String(status) }
  })
}
