export { endFacts, recordFacts, type Fact } from './commands/record-facts.ts'
