export { organizationImports } from './exchange/import-kinds.ts'
export { divisionSketches, setUpCity } from './commands/set-up-city.ts'
export { postRows, type EndedFact, type PostSketch, type TermSketch } from './commands/steps/post-rows.ts'
export { unitRows, type UnitRow, type UnitSketch } from './commands/steps/unit-rows.ts'
