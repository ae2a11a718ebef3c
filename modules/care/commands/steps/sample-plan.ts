import type { PlanText } from '../../contract.ts'

/** A plan as tests need it: one goal, one service, half a year. */
export const samplePlan: PlanText = {
  fromOn: '2026-03-16', reviewOn: '2026-06-16', untilOn: '2026-09-16', aim: '秘密：改善监护', goals: [{ text: '秘密：每天有人接送', dueOn: '2026-06-01' }],
  services: [{ text: '秘密：周末辅导', responsible: '吴老师', fromOn: '2026-03-16', untilOn: '2026-09-16' }],
}
