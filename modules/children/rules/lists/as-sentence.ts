/** What is wrong, as a sentence: some problems are said with their full stop, others without. */
export const asSentence = (problem: string): string => (problem.endsWith('。') ? problem : `${problem}。`)
