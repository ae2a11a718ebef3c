import type { certainties } from '../contract.ts'

/** Where a number or rule comes from, and how sure that is. Whoever answers for the data checks what is not read before relying on it. */
export type Source = { text: string; certainty: (typeof certainties)[number] }

/** A number the platform chose itself; a city may choose another. */
export const house: Source = { text: '平台默认值，城市可以另定', certainty: 'own' }
