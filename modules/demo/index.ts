export { planCity } from './rules/plan-city.ts'
export { demoId } from './rules/demo-id.ts'
export type { PlanDivisions, PlanItem, PlanOptions } from './rules/plan.ts'
