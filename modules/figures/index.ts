export { endFacts, recordFacts, type Fact } from './commands/record-facts.ts'
export { moveStocks } from './commands/move-stocks.ts'
export { foldFacts } from './jobs/fold-facts.ts'
export { recountFigures, type Recount } from './jobs/recount-figures.ts'
