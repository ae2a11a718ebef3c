/** What a sealed paper is bound to: it opens in place of no other. */
export const projectPaperAad = (cityId: number, paperId: string): string => `projects.project_papers/${cityId}/${paperId}`
