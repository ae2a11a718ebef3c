/** A kind of task that asks something of the body. */
export type TaskKind = 'home-visit' | 'phone-call' | 'lecture' | 'outing' | 'evening'

/** Limits that offices commonly write down, and the tasks that need a second thought because of them. */
export const knownHealthLimits: Record<string, readonly TaskKind[]> = {
  不宜走远路: ['home-visit', 'outing'],
  不宜爬楼: ['home-visit', 'outing'],
  腰腿不便: ['home-visit', 'outing'],
  听力下降: ['phone-call', 'lecture'],
  视力下降: ['outing', 'evening'],
  不宜夜间外出: ['evening'],
  '血压高，需按时服药': ['outing'],
  需定期复诊: [],
}

/**
 * The limits that speak against giving somebody a task (量力而行). It is advice for the person who asks: it never excludes anybody,
 * and a limit in other words is always shown, because nobody but a person can judge it.
 */
export function findHealthConcerns(healthLimits: readonly string[], task: TaskKind): string[] {
  return healthLimits.filter((limit) => knownHealthLimits[limit]?.includes(task) ?? true)
}

/** Whether nothing written down speaks against the task. */
export const isFitFor = (healthLimits: readonly string[], task: TaskKind): boolean => findHealthConcerns(healthLimits, task).length === 0
