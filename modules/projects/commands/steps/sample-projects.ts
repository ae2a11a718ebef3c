// For tests: proposals on the books of the sample scene, and a project brought on its way.
import type { ProjectRow, Proposal } from '../../contract.ts'
import { approveProject } from '../projects/approve-project.ts'
import { draftProject } from '../projects/draft-project.ts'
import { reviewProject } from '../projects/review-project.ts'
import { submitProject } from '../projects/submit-project.ts'
import type { AwardScene } from './sample-awards.ts'

/** A whole review without a conflict: 80 points. */
export const goodReview = { hasConflict: false, statement: '与申请人、受益人没有利益关系', needScore: 20, meansScore: 20, budgetScore: 20, benefitScore: 20, opinion: '可以立项' }

/** A proposal over 4,000 yuan out of the restricted fund, with one milestone. */
export const proposalOf = (scene: AwardScene, change: Partial<Proposal> = {}): Proposal & { bookId: string } => ({
  bookId: scene.books.bookId, name: '春蕾助学', purpose: '资助困难家庭孩子上学', startsOn: '2026-03-01', endsOn: '2026-12-31', peoplePlanned: 40, surplusRule: 'return',
  lines: [{ name: '助学金', amount: 300_000 }, { name: '活动', amount: 100_000 }], sources: [{ fundId: scene.books.schooling, amount: 400_000 }],
  milestones: [{ title: '发放第一批', dueOn: '2026-06-30' }], ...change,
})

/** 金专员 proposes. */
export async function submittedProject(scene: AwardScene, change: Partial<Proposal> = {}): Promise<ProjectRow> {
  const { id, version } = await scene.as('金专员', (context) => draftProject(context, proposalOf(scene, change)))
  return scene.as('金专员', (context) => submitProject(context, { id, version }))
}

/** 许会计 and 吕会计 review, 施理事长 approves. */
export async function runningProject(scene: AwardScene, change: Partial<Proposal> = {}): Promise<ProjectRow> {
  const { id, ...project } = await submittedProject(scene, change)
  let { version } = project
  for (const by of ['许会计', '吕会计'] as const) ({ version } = await scene.as(by, (context) => reviewProject(context, { id, version, ...goodReview })))
  return scene.as('施理事长', (context) => approveProject(context, { id, version }))
}
