/** What a sealed scan is bound to: it opens in place of no other. */
export const scanAad = (cityId: number, consentId: string): string => `children.consents.scan/${cityId}/${consentId}`
