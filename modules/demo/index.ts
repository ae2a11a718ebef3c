export { planCity } from './rules/plan-city.ts'
export { demoId } from './rules/demo-id.ts'
export type * from './rules/plan.ts'
