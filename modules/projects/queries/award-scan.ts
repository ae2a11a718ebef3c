/** What a sealed scan is bound to: it opens in place of no other. */
export const awardScanAad = (cityId: number, awardId: string): string => `projects.awards.scan/${cityId}/${awardId}`
